import type { Request, ToolPart } from "../../lib/model";

/** Where a call stands. The server has fewer words: a call that waits for leave is `running` there, a denied one `error`. */
export type ToolPhase = "pending" | "running" | "waiting" | "completed" | "failed" | "denied" | "stopped";

/** The server's sentences for a refused permission, a dismissed question and an aborted call [1.18]. */
const DENIED =
  /rejected permission|user (has )?(rejected|dismissed|denied)|permission denied by|prevents you from using/i;
const STOPPED = /^(tool execution )?aborted|^the operation was aborted|^interrupted/i;

/**
 * @param requests of the session: the call one of them names waits for the user.
 * @param working whether the session runs; a call without an end in an idle session was cut off.
 */
export function phaseOf(part: ToolPart, requests: readonly Request[], working: boolean): ToolPhase {
  const { state } = part;
  if (state.status === "completed") return "completed";
  if (state.status === "error") {
    if (DENIED.test(state.error)) return "denied";
    return STOPPED.test(state.error) ? "stopped" : "failed";
  }
  if (requests.some((request) => request.tool?.callId === part.callId)) return "waiting";
  if (!working) return "stopped";
  return state.status;
}

export function isOver(phase: ToolPhase): boolean {
  return phase === "completed" || phase === "failed" || phase === "denied" || phase === "stopped";
}
