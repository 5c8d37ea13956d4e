import * as v from "valibot";
import type { MessageId, SessionKey } from "../../model";
import { type CallTable, id, key, once, repeatable } from "./call";

/** What can be done with a session as a whole. */
export interface LifeCalls {
  renameSession(key: SessionKey, title: string): Promise<void>;
  /** Puts a session into the archive, and its card away, or takes it out again. */
  archiveSession(key: SessionKey, archived: boolean): Promise<void>;
  /** The session is shown nowhere any more, and goes at its server some seconds later: see `state.deletions`. */
  deleteSession(key: SessionKey): Promise<void>;
  /** Throws `not-found` when it is too late. */
  undoDelete(key: SessionKey): Promise<void>;
  /** The user is about to decide on what is deleted: it is not for some seconds more. */
  holdDeletions(): Promise<void>;
  /** Its link is in the session's `shareUrl`. */
  shareSession(key: SessionKey, shared: boolean): Promise<void>;
  /** Has the conversation so far replaced by a summary. Resolves when the agent is at it. */
  compactSession(key: SessionKey): Promise<void>;
  /** Copies the messages before `before`, or all of them, into a new session, and makes it a card. */
  forkSession(key: SessionKey, before?: MessageId): Promise<SessionKey>;
  /** Hides the messages from this one on, and undoes their changes to files; the next prompt removes them. */
  revertSession(key: SessionKey, from: MessageId): Promise<void>;
  /** Takes a revert back. */
  unrevertSession(key: SessionKey): Promise<void>;
}

export const LIFE_CALLS: CallTable<LifeCalls> = {
  renameSession: once(v.tuple([key, v.pipe(v.string(), v.nonEmpty(), v.maxLength(1_000))])),
  archiveSession: once(v.tuple([key, v.boolean()])),
  // What is deleted already stays so.
  deleteSession: repeatable(v.tuple([key])),
  undoDelete: once(v.tuple([key])),
  holdDeletions: repeatable(v.tuple([])),
  shareSession: once(v.tuple([key, v.boolean()])),
  compactSession: once(v.tuple([key])),
  forkSession: once(v.union([v.tuple([key]), v.tuple([key, id])])),
  revertSession: once(v.tuple([key, id])),
  unrevertSession: once(v.tuple([key])),
};
