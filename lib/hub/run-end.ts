import { FaultError, findSession, type MessageId, type ServerId, type SessionKey, type State } from "../model";
import type { OpenCodeClient } from "../opencode/client";

/**
 * How the last run of a session ended, by what its server stores; the caller knows that nothing runs there. `open`: it has no
 * end yet, as for some moments after a prompt was taken, or after it ended; a run that lost its server stays so for ever.
 *
 * @param sent what was handed over last: its answer counts, not the one before
 * @throws FaultError when the server could not be asked
 */
export async function endOf(
  state: State,
  key: SessionKey,
  client: (server: ServerId) => OpenCodeClient | undefined,
  sent: MessageId | undefined,
): Promise<"well" | "badly" | "open"> {
  const found = findSession(state, key);
  // Gone, or turned back: the user has something else in mind.
  if (!found || found.session.revertedFrom !== undefined) return "badly";
  const api = client(found.server.id);
  if (!api) throw new FaultError({ kind: "unreachable" });
  const { id, directory } = found.session;
  const ref = { id, directory };
  const own = sent === undefined ? undefined : await api.message(ref, sent);
  if (sent !== undefined && !own) return "open";
  const last = (await api.messages(ref, { limit: 1 })).messages.at(-1)?.message;
  if (!last) return "well";
  if (last.role !== "assistant" || (own && last.order < own.message.order)) return "open";
  if (last.error) return "badly";
  if (last.completedAt === undefined) return "open";
  // An agent whose tool was rejected stops where it is.
  return last.finish === "tool-calls" ? "badly" : "well";
}
