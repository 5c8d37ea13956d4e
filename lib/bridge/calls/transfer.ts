import * as v from "valibot";
import type { ServerId, SessionKey } from "../../model";
import type { MessagePage } from "../../opencode/client";
import type { WirePage } from "../../opencode/transfer";
import { type SessionFile, SessionFileSchema } from "../../transfer/session-file";
import { type CallTable, id, key, once, repeatable } from "./call";

/** Sessions on their way to a file and from one. Nothing of them is kept: a page a call, as with a search. */
export interface TransferCalls {
  /** The session as its server words it. */
  wireSession(key: SessionKey): Promise<unknown>;
  /** The newest messages as the server words them, or those before a cursor. */
  wirePage(key: SessionKey, olderCursor?: string): Promise<WirePage>;
  /** The same messages as this program knows them. */
  messagePage(key: SessionKey, olderCursor?: string): Promise<MessagePage>;
  /** Makes a session of an exported one and makes it a card. */
  importSession(server: ServerId, directory: string, file: SessionFile): Promise<SessionKey>;
}

const page = v.union([v.tuple([key]), v.tuple([key, v.pipe(v.string(), v.nonEmpty())])]);

export const TRANSFER_CALLS: CallTable<TransferCalls> = {
  wireSession: repeatable(v.tuple([key])),
  wirePage: repeatable(page),
  messagePage: repeatable(page),
  importSession: once(v.tuple([id, v.pipe(v.string(), v.nonEmpty()), SessionFileSchema])),
};
