import type { ToolPart } from "../../lib/model";
import { elapsed } from "./elapsed";
import type { ToolPhase } from "./phase";
import type { Verb } from "./tool";

/** The verb in the tense of the phase: what has not begun, or came to nothing, is neither being done nor done. */
export function wordOf(verb: Verb, phase: ToolPhase): string {
  if (phase === "completed") return verb.done;
  return phase === "running" ? verb.doing : verb.base;
}

const WORDS: Record<ToolPhase, string> = {
  pending: "Preparing",
  running: "",
  waiting: "Waits for you",
  completed: "",
  failed: "Failed",
  denied: "Not allowed",
  stopped: "Interrupted",
};

/** What stands at the end of a call's line: its state in a word, else how long it has been running. @param now of the server's clock */
export function statusOf(part: ToolPart, phase: ToolPhase, now: number): string {
  if (phase === "running" && part.state.status === "running") return elapsed(now - part.state.startedAt);
  return WORDS[phase];
}
