import type { CardState, CardView } from "../../lib/model";
import { permissionPhrase } from "./permission-words";
import type { Mark } from "./StateMark";

export { sessionTitle } from "../../lib/model/words";

export const MARK_OF: Record<CardState, Mark> = {
  idle: "ready",
  working: "working",
  waiting: "waiting",
  failed: "failed",
};

export const WORD_OF: Record<CardState, string> = {
  idle: "Idle",
  working: "Working",
  waiting: "Needs you",
  failed: "Failed",
};

/** The card's one line: what is needed, what went wrong, what is being done, or what was said last. */
export function cardLine(view: Pick<CardView, "state" | "request" | "activity" | "server" | "session">): string {
  const { request, activity } = view;
  if (view.state === "waiting" && request) {
    if (request.type === "permission") return `Needs you: ${permissionPhrase(request.permission)}`;
    const question = request.questions[0];
    return question ? `Needs you: ${question.question || question.header}` : "Needs you: answer a question";
  }
  if (view.state === "failed") return `Failed: ${activity?.line ?? "the agent stopped with an error"}`;
  if (view.state === "working") {
    const status = view.server.statuses[view.session.id];
    if (status?.type === "retry") return `Tries again: ${status.message}`;
    if (!activity || activity.kind === "user") return "Working…";
    return activity.kind === "reasoning" ? "Thinking…" : activity.line;
  }
  // Nothing runs any more: its server went down before its end.
  return activity?.isOpen ? "Interrupted" : (activity?.line ?? "");
}

/** Why what needs a session at rest has to wait. */
export const WORKING = "The agent is working";
