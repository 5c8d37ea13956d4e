import type { Server, Transcript } from "../../lib/model";

/** Whether messages on show are the server's: `saved` ones are being fetched again, `offline` ones cannot be. */
export type Freshness = "fresh" | "saved" | "offline";

/** Nothing held counts as fresh: there is nothing that could be out of date. */
export function freshnessOf(server: Server, transcript: Transcript): Freshness {
  if (transcript.messageIds.length === 0) return "fresh";
  const { status } = server.connection;
  if (status === "connected") return transcript.loaded === "fresh" ? "fresh" : "saved";
  return status === "connecting" || status === "asleep" ? "saved" : "offline";
}
