import { FaultError, type Session } from "../../model";
import type { OpenCodeClient, SessionRef } from "../client";
import type { Http, Reply } from "../http";
import { decodeSession } from "./decode";

type SessionLife = Pick<
  OpenCodeClient,
  | "renameSession"
  | "archiveSession"
  | "deleteSession"
  | "shareSession"
  | "compactSession"
  | "forkSession"
  | "revertSession"
>;

/** What becomes of a session: the part of the client for servers of version 1.x that changes sessions as a whole. */
export function createSessionLife(http: Http): SessionLife {
  const at = (ref: SessionRef, rest = "") => `/session/${encodeURIComponent(ref.id)}${rest}`;
  const inDirectory = (ref: SessionRef) => ({ directory: ref.directory });

  /** Every route here but two answers with the session as it is then. */
  async function sessionOf(reply: Promise<Reply>): Promise<Session> {
    const session = decodeSession((await reply).body);
    if (!session) throw new FaultError({ kind: "server-fault", detail: "the session is not as expected" });
    return session;
  }

  return {
    renameSession: (ref, title, signal) =>
      sessionOf(http.patch(at(ref), { query: inDirectory(ref), json: { title }, signal })),

    archiveSession: (ref, time, signal) =>
      sessionOf(http.patch(at(ref), { query: inDirectory(ref), json: { time: { archived: time ?? 0 } }, signal })),

    async deleteSession(ref, signal) {
      await http.delete(at(ref), { query: inDirectory(ref), signal });
    },

    async shareSession(ref, shared, signal) {
      const options = { query: inDirectory(ref), signal };
      if (shared) return sessionOf(http.post(at(ref, "/share"), options));
      // The link leads nowhere from then on, but the server goes on storing it: see `withoutEndedLink`.
      const { shareUrl: _, ...session } = await sessionOf(http.delete(at(ref, "/share"), options));
      return session;
    },

    async compactSession(ref, { providerId, modelId }, signal) {
      const json = { providerID: providerId, modelID: modelId };
      await http.post(at(ref, "/summarize"), { query: inDirectory(ref), json, signal, timeout: false });
    },

    forkSession: (ref, before, signal) =>
      sessionOf(http.post(at(ref, "/fork"), { query: inDirectory(ref), json: { messageID: before }, signal })),

    revertSession: (ref, from, signal) =>
      sessionOf(
        from === undefined
          ? http.post(at(ref, "/unrevert"), { query: inDirectory(ref), signal })
          : http.post(at(ref, "/revert"), { query: inDirectory(ref), json: { messageID: from }, signal }),
      ),
  };
}
