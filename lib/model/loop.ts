import { describeTool } from "./activity";
import type { ToolInput, ToolPart } from "./part";
import type { PermissionRequest } from "./request";
import type { Server } from "./server";

/** What a server asks leave for when an agent makes the same call three times in a row, before the third [measured on 1.18.33]. */
const LOOP = "doom_loop";
/** Calls made before that. */
const BEFORE = 2;

export const isLoop = ({ permission }: Pick<PermissionRequest, "permission">): boolean => permission === LOOP;

/** The call that an agent wants to repeat; such a request names no call, it says what is in it. */
function repeatedCall({ metadata, patterns }: PermissionRequest): { tool: string; input: ToolInput } {
  const { tool, input } = metadata;
  return {
    tool: typeof tool === "string" ? tool : (patterns[0] ?? ""),
    input: typeof input === "object" && input !== null ? (input as ToolInput) : {},
  };
}

/** "Running npm test": what is to be done once more. */
export function describeLoop(request: PermissionRequest): string {
  const { tool, input } = repeatedCall(request);
  return describeTool({ tool, state: { status: "running", input } });
}

/** How often that was done in a row just now, and how often it failed, as far as the session's messages are held. */
export function repeatsOf(server: Server, request: PermissionRequest): { done: number; failed: number } {
  const { tool, input } = repeatedCall(request);
  const transcript = server.transcripts[request.sessionId];
  const parts = transcript?.messageIds.flatMap((id) =>
    (transcript.partIds[id] ?? []).flatMap((part) => transcript.parts[part] ?? []),
  );
  const calls = (parts ?? []).filter((part): part is ToolPart => part.type === "tool");
  const isOther = (call: ToolPart) => call.tool !== tool || JSON.stringify(call.state.input) !== JSON.stringify(input);
  const repeated = calls.slice(calls.findLastIndex(isOther) + 1).map(({ state }) => state.status);
  const failed = repeated.filter((status) => status === "error").length;
  const done = failed + repeated.filter((status) => status === "completed").length;
  return done >= BEFORE ? { done, failed } : { done: BEFORE, failed: 0 };
}
