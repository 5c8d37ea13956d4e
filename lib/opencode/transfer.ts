import type { MessageId, Session } from "../model";
import type { SessionFile } from "../transfer/session-file";
import type { SessionRef } from "./client";
import type { Identify } from "./identifier";

/** Messages in the server's own words, ascending. */
export interface WirePage {
  messages: unknown[];
  /** Absent when this page has the first message. */
  olderCursor?: string;
}

/** Sessions on their way to a file and from one. */
export interface SessionTransfer {
  /** The session as the server words it. */
  wireSession(ref: SessionRef, signal?: AbortSignal): Promise<unknown>;
  /** Messages as the server words them. */
  wireMessages(ref: SessionRef, query: { limit: number; before?: string }, signal?: AbortSignal): Promise<WirePage>;
  /** One message as the server words it. @throws FaultError `not-found` */
  wireMessage(ref: SessionRef, id: MessageId, signal?: AbortSignal): Promise<unknown>;
  /**
   * Makes a session of an exported one, in a directory, with ids of its own: the same file can come a second time. It
   * belongs to no other session, and is neither shared nor archived nor reverted.
   */
  importSession(directory: string, file: SessionFile, identify: Identify, signal?: AbortSignal): Promise<Session>;
}
