import * as v from "valibot";
import type { FoundPage } from "../../find/find";
import type { ServerId, SessionKey } from "../../model";
import { type CallTable, id, key, once, repeatable } from "./call";

/** Sessions: made, fetched and found. */
export interface SessionCalls {
  /** Creates a session in `directory` and makes it a card; `page` is remembered as what it was asked about. */
  createSession(server: ServerId, directory: string): Promise<SessionKey>;
  /** Fetches the newest messages again. Resolves when they are in the state. */
  openSession(key: SessionKey): Promise<void>;
  /** Fetches the page of messages before what is held: 40 of them, or `limit`. */
  loadOlder(key: SessionKey, limit?: number): Promise<void>;
  /**
   * Looks for words in a session, whatever their case: in the messages that are held, or with a cursor in the
   * page before it, which is fetched and not kept.
   */
  findInSession(key: SessionKey, query: string, olderCursor?: string): Promise<FoundPage>;
  /** Fetches the next page of every server's history. */
  loadMoreHistory(): Promise<void>;
  /** Sessions of all servers whose title has the words, newest first; held ones first, then what the servers find. */
  searchSessions(query: string): Promise<SessionKey[]>;
}

const limit = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500));
const query = v.pipe(v.string(), v.nonEmpty(), v.maxLength(1_000));

export const SESSION_CALLS: CallTable<SessionCalls> = {
  createSession: once(v.tuple([id, v.pipe(v.string(), v.nonEmpty())])),
  openSession: repeatable(v.tuple([key])),
  loadOlder: repeatable(v.union([v.tuple([key]), v.tuple([key, limit])])),
  findInSession: repeatable(v.union([v.tuple([key, query]), v.tuple([key, query, v.pipe(v.string(), v.nonEmpty())])])),
  loadMoreHistory: repeatable(v.tuple([])),
  searchSessions: repeatable(v.tuple([v.string()])),
};
