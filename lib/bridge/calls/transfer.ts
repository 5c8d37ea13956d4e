import * as v from "valibot";
import type { MessageId, ServerId, SessionKey } from "../../model";
import type { MessagePage } from "../../opencode/client";
import type { WirePage } from "../../opencode/transfer";
import { type SessionFile, SessionFileSchema } from "../../transfer/session-file";
import { type CallTable, id, key, once, repeatable } from "./call";

/** `cut`: the text is only the beginning of what is there. */
export interface MessagesJson {
  text: string;
  cut?: true;
}

/** Sessions on their way to a file and from one. Nothing of them is kept: a page a call, as with a search. */
export interface TransferCalls {
  /** The session as its server words it. */
  wireSession(key: SessionKey): Promise<unknown>;
  /** The newest messages as the server words them, or those before a cursor. */
  wirePage(key: SessionKey, olderCursor?: string): Promise<WirePage>;
  /**
   * Messages with their parts as the server words them, as JSON to be read: an object, or a list of several. Throws
   * `not-found` when one is not there any more.
   */
  messagesJson(key: SessionKey, messages: MessageId[]): Promise<MessagesJson>;
  /** The messages of a page as this program knows them. */
  messagePage(key: SessionKey, olderCursor?: string): Promise<MessagePage>;
  /** Makes a session of an exported one and makes it a card. */
  importSession(server: ServerId, directory: string, file: SessionFile): Promise<SessionKey>;
}

/** Messages of one answer: a step each. */
const MOST = 5_000;
const page = v.union([v.tuple([key]), v.tuple([key, v.pipe(v.string(), v.nonEmpty())])]);

export const TRANSFER_CALLS: CallTable<TransferCalls> = {
  wireSession: repeatable(v.tuple([key])),
  wirePage: repeatable(page),
  messagePage: repeatable(page),
  messagesJson: repeatable(v.tuple([key, v.pipe(v.array(id), v.minLength(1), v.maxLength(MOST))])),
  importSession: once(v.tuple([id, v.pipe(v.string(), v.nonEmpty()), SessionFileSchema])),
};
