import type { RequestCalls } from "../bridge/calls/requests";
import { FaultError, findSession, type PermissionReply, type RequestId, type SessionKey, sessionTitle } from "../model";
import type { Notices } from "./notices";
import type { Reach, Reached } from "./reach";
import type { Store } from "./store";

export interface RepliesDeps {
  store: Store;
  reach: Pick<Reach, "place">;
  notices: Pick<Notices, "cameTooLate">;
}

type Client = Reached["client"];
type Ref = Parameters<Client["replyPermission"]>[0];

/** Whether a server says that nothing waits there: answered elsewhere, or the run it belonged to is over. */
export const isNoRequest = (error: unknown): boolean => error instanceof FaultError && error.fault.kind === "not-found";

/** What the user answers agents. Each throws `already-answered` when nothing waited for it any more. */
export function createReplies({ store, reach, notices }: RepliesDeps) {
  async function tell(
    key: SessionKey,
    requestId: RequestId,
    reply: (client: Client, ref: Ref) => Promise<void>,
  ): Promise<void> {
    const { client, ref, serverId } = await reach.place(key);
    const settle = () =>
      store.dispatch({
        type: "server",
        server: serverId,
        event: { type: "request.settled", sessionId: ref.id, requestId },
      });
    try {
      await reply(client, ref);
    } catch (error) {
      if (!isNoRequest(error)) throw error;
      settle();
      throw new FaultError({ kind: "already-answered" });
    }
    settle();
  }

  const replyPermission = (key: SessionKey, id: RequestId, reply: PermissionReply, reason?: string): Promise<void> =>
    tell(key, id, (client, ref) => client.replyPermission(ref, id, reply, reason));

  const calls: Pick<RequestCalls, "replyPermission" | "answerQuestion" | "dismissQuestion"> = {
    async replyPermission(key, id, reply, reason) {
      const server = findSession(store.state, key)?.server;
      const waited = server?.requests[id] !== undefined;
      try {
        await replyPermission(key, id, reply, reason);
      } catch (error) {
        const isLate = error instanceof FaultError && error.fault.kind === "already-answered";
        // A reason is kept, and shown by whoever it was written in. Of what was not shown any more nobody thinks that it counted.
        if (isLate && waited && reason === undefined) {
          const session = findSession(store.state, key)?.session;
          notices.cameTooLate(key, sessionTitle(session ?? { title: "" }), reply);
        }
        throw error;
      }
    },
    answerQuestion: (key, id, answers) => tell(key, id, (client, ref) => client.answerQuestion(ref, id, answers)),
    dismissQuestion: (key, id) => tell(key, id, (client, ref) => client.dismissQuestion(ref, id)),
  };
  return {
    calls,
    /** Without the user: nobody is told that it came too late. */
    grant: (key: SessionKey, id: RequestId): Promise<void> => replyPermission(key, id, "once"),
  };
}
