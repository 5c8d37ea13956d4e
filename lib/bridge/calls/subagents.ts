import * as v from "valibot";
import type { SessionKey } from "../../model";
import { type CallTable, key, repeatable } from "./call";

export interface SubagentCalls {
  /** Fetches the subagents' sessions of a session, at any depth, into the state: what they cost stands there alone. */
  loadSubagents(key: SessionKey): Promise<void>;
  /** Fetches one subagent's session, and what it said last, unless that was done since the server was last out of hearing. */
  loadSubagent(key: SessionKey): Promise<void>;
}

export const SUBAGENT_CALLS: CallTable<SubagentCalls> = {
  loadSubagents: repeatable(v.tuple([key])),
  loadSubagent: repeatable(v.tuple([key])),
};
