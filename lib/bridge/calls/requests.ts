import * as v from "valibot";
import type { PermissionReply, SessionKey } from "../../model";
import { type CallTable, id, key, repeatable } from "./call";

/** What agents wait for. Answers throw `already-answered` when nothing waited for them any more. */
export interface RequestCalls {
  /** `key` is the session that asks, which may be a subagent's. `reason`: what the agent is told of a rejection. */
  replyPermission(key: SessionKey, requestId: string, reply: PermissionReply, reason?: string): Promise<void>;
  /** One list of labels or own words a question. */
  answerQuestion(key: SessionKey, requestId: string, answers: string[][]): Promise<void>;
  dismissQuestion(key: SessionKey, requestId: string): Promise<void>;
  /**
   * Whether every permission that a root session and its subagents ask for is granted without the user, those that wait now
   * included. Resolves when it is stored.
   */
  setAutoAccept(key: SessionKey, on: boolean): Promise<void>;
}

const reply = v.picklist(["once", "always", "reject"]);

export const REQUEST_CALLS: CallTable<RequestCalls> = {
  // A second reply finds nothing that waits: then it was the first that arrived.
  replyPermission: repeatable(
    v.union([v.tuple([key, id, reply]), v.tuple([key, id, v.literal("reject"), v.pipe(v.string(), v.nonEmpty())])]),
  ),
  answerQuestion: repeatable(v.tuple([key, id, v.array(v.array(v.string()))])),
  dismissQuestion: repeatable(v.tuple([key, id])),
  setAutoAccept: repeatable(v.tuple([key, v.boolean()])),
};
