import type { ToolPart, ToolState } from "../../lib/model";

/** A call of a tool; what is not told of its state is empty. */
export function toolCall(
  tool: string,
  state: Partial<ToolState> & { status: ToolState["status"] },
  id = "p",
): ToolPart {
  const whole = { input: {}, raw: "", output: "", title: "", error: "", metadata: {}, attachments: [] };
  return {
    id,
    sessionId: "ses",
    messageId: "msg",
    order: id,
    type: "tool",
    callId: `call-${id}`,
    tool,
    state: { ...whole, startedAt: 1000, endedAt: 2000, ...state } as ToolState,
  };
}
