import * as v from "valibot";
import {
  askedInFull,
  callOf,
  findSession,
  isAutoAccepted,
  isDeleted,
  isToldInFull,
  type PermissionRequest,
  permissionPhrase,
  type Request,
  rootOf,
  type Server,
  type SessionKey,
  type State,
  sessionKey,
  sessionTitle,
  stateOf,
} from "../model";
import { SessionKeySchema } from "../storage/schema";
import type { AlertButton } from "./notifier";

/** Characters and lines of what is asked for that systems show whole. What is longer is not answered from there. */
const FITS = 120;
const LINES = 2;

/** What a notification is about: all that is needed to act on it, also in another life of the background. */
export type AlertSubject =
  /** `from`: the session that asks, which may be a subagent's. */
  | { kind: "permission" | "question"; key: SessionKey; from: SessionKey; request: string }
  | { kind: "finished" | "failed"; key: SessionKey }
  /** What was answered by a notification did not wait any more. */
  | { kind: "late"; key: SessionKey }
  /** Several at once. `key`: the first of them. */
  | { kind: JoinedKind; key: SessionKey };

/** What is told of several in one. */
export type JoinedKind = "requests" | "ends";

/** Something to be told by the system. */
export interface Alert {
  subject: AlertSubject;
  title: string;
  message: string;
  buttons: readonly AlertButton[];
}

const SubjectSchema = v.variant("kind", [
  v.object({
    kind: v.picklist(["permission", "question"]),
    key: SessionKeySchema,
    from: SessionKeySchema,
    request: v.string(),
  }),
  v.object({ kind: v.picklist(["finished", "failed", "late"]), key: SessionKeySchema }),
  v.object({ kind: v.picklist(["requests", "ends"]), key: SessionKeySchema }),
]);

/** What would stand in one notification if there were many of it. */
export function joinedKindOf({ kind }: AlertSubject): JoinedKind {
  return kind === "permission" || kind === "question" || kind === "requests" ? "requests" : "ends";
}

/** A notification's id, which says what it is about. There is one for several requests, and one for several ends. */
export function alertId(subject: AlertSubject): string {
  return JSON.stringify(subject);
}

/** `undefined` for what is no notification of ours. */
export function subjectOf(id: string): AlertSubject | undefined {
  try {
    const checked = v.safeParse(SubjectSchema, JSON.parse(id));
    return checked.success ? checked.output : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whatever waits for the user, in sessions that are known.
 *
 * @param tells whether it says what exactly a permission is asked for, which may be a secret. Nothing is granted unseen: only
 *   then can it be, and only where all of it is said.
 */
export function waitingAlerts(state: State, tells: boolean): Alert[] {
  return Object.values(state.servers).flatMap((server) =>
    Object.values(server.requests).flatMap((request) => alertOf(state, server, request, tells) ?? []),
  );
}

function alertOf(state: State, server: Server, request: Request, tells: boolean): Alert | undefined {
  const from = sessionKey(server.id, request.sessionId);
  const key = sessionKey(server.id, rootOf(server, request.sessionId));
  const root = findSession(state, key);
  const words =
    request.type === "permission"
      ? permissionWords(server, request, tells)
      : { message: "Asks you a question", buttons: [] };
  const subject = { kind: request.type, key, from, request: request.id };
  if (!root || isDeleted(state, key) || isAutoAccepted(server, request)) return undefined;
  return { subject, title: sessionTitle(root.session), ...words };
}

function permissionWords(
  server: Server,
  request: PermissionRequest,
  tells: boolean,
): Pick<Alert, "message" | "buttons"> {
  const message = `Asks for permission: ${permissionPhrase(request.permission)}`;
  if (!tells) return { message, buttons: ["open", "reject"] };
  const call = callOf(server, request);
  const asked = askedInFull(request, call);
  const isWhole = isToldInFull(request, call) && asked.length <= FITS && asked.split("\n").length <= LINES;
  return {
    message: [message, asked.length > FITS ? `${asked.slice(0, FITS)}…` : asked].filter(Boolean).join("\n"),
    buttons: [isWhole ? "once" : "open", "reject"],
  };
}

/** That a run has ended, and how; `undefined` when its session is not there any more. */
export function endAlert(state: State, key: SessionKey): Alert | undefined {
  const found = findSession(state, key);
  if (!found || found.session.parentId || isDeleted(state, key)) return undefined;
  const { server, session } = found;
  const title = sessionTitle(session);
  return stateOf(server, session.id) === "failed"
    ? { subject: { kind: "failed", key }, title, message: "The agent stopped with an error", buttons: [] }
    : { subject: { kind: "finished", key }, title, message: "The agent has finished", buttons: [] };
}

/** What one notification for several says; of one that is left, what its own would say. */
export function joinedWords(kind: JoinedKind, alerts: readonly Alert[]): Pick<Alert, "title" | "message"> {
  const [first] = alerts;
  if (first && alerts.length === 1) return { title: first.title, message: first.message };
  const titles = [...new Set(alerts.map(({ title }) => title))];
  return {
    title: kind === "requests" ? `${alerts.length} requests wait for you` : `${alerts.length} agents have ended`,
    message: titles.join(", ").slice(0, 200),
  };
}
