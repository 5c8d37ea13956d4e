import * as v from "valibot";
import type { Excerpt } from "../../find/excerpt";
import type { MessageId, SessionKey } from "../../model";
import { type CallTable, key, repeatable } from "./call";

/** A session in whose messages something was found. */
export interface SessionText {
  key: SessionKey;
  /** The newest message that has it. */
  messageId: MessageId;
  /** How often it is in what was looked through. */
  count: number;
  /** From that message. */
  excerpt: Excerpt;
}

/** Search through what was said, as far as it is held or stored here: a few sessions a call, so that it can be ended. */
export interface TextSearchCalls {
  /** Sessions of which anything is held, the one changed last first. */
  searchableSessions(): Promise<SessionKey[]>;
  /** Those of `keys` that have the words of the query, whatever their case, in that order. */
  searchTexts(keys: SessionKey[], query: string): Promise<SessionText[]>;
}

const query = v.pipe(v.string(), v.nonEmpty(), v.maxLength(1_000));

export const TEXT_SEARCH_CALLS: CallTable<TextSearchCalls> = {
  searchableSessions: repeatable(v.tuple([])),
  searchTexts: repeatable(v.tuple([v.pipe(v.array(key), v.maxLength(100)), query])),
};
