import type { Transcript } from "../../lib/model";

/** Tools by which agents write their list of tasks. */
const TOOLS: ReadonlySet<string> = new Set(["todowrite"]);

/** Whether the list of tasks was written since the user's last message: what was done before that is no news. */
export function isOfLastTurn(transcript: Pick<Transcript, "messageIds" | "messages" | "partIds" | "parts">): boolean {
  const { messageIds, messages, partIds, parts } = transcript;
  const begin = messageIds.findLastIndex((id) => messages[id]?.role === "user");
  return messageIds.slice(begin + 1).some((id) =>
    partIds[id]?.some((partId) => {
      const part = parts[partId];
      return part?.type === "tool" && TOOLS.has(part.tool);
    }),
  );
}
