import type { Background } from "../bridge/background";
import {
  describeFault,
  type Fault,
  FaultError,
  findSession,
  type State,
  type StateEvent,
  sessionTitle,
  splitSessionKey,
  toFault,
} from "../model";
import { type AlertSubject, alertId, subjectOf } from "./alert";
import type { AlertButton, Notifier } from "./notifier";

export interface AnswerDeps {
  hub: {
    ready: Promise<void>;
    state: State;
    listen(listener: (event: StateEvent) => void): () => void;
    isRecalling(): boolean;
    calls: Pick<Background, "replyPermission">;
  };
  notifier: Pick<Notifier, "show" | "clear">;
}

type Permission = Extract<AlertSubject, { request: string }>;

/** Answers a permission by a button of its notification; one that did not arrive is told in its place. */
export async function answerAlert(
  { hub, notifier }: AnswerDeps,
  id: string,
  reply: Exclude<AlertButton, "open">,
): Promise<void> {
  const subject = subjectOf(id);
  if (subject?.kind !== "permission") return;
  // At once: a second click would answer a second time.
  await notifier.clear(id);
  await hub.ready;
  try {
    if (await waitsNoMore(hub, subject)) throw new FaultError({ kind: "already-answered" });
    await hub.calls.replyPermission(subject.from, subject.request, reply);
  } catch (error) {
    const session = findSession(hub.state, subject.key)?.session;
    const fault = toFault(error);
    // In the place of the request it would be taken back with that.
    const place = isLate(fault) ? alertId({ kind: "late", key: subject.key }) : id;
    const title = sessionTitle(session ?? { title: "" });
    await notifier.show(place, { title, message: wordsOf(fault), buttons: [], stays: true });
  }
}

/**
 * Whether that is known. A background that a click brings back asks its servers, and lets them be at once where nothing
 * waits: an answer would find no connection any more.
 */
async function waitsNoMore(hub: AnswerDeps["hub"], { from, request }: Permission): Promise<boolean> {
  const wasRecalling = hub.isRecalling();
  if (wasRecalling) {
    await new Promise<void>((resolve) => {
      const stop = hub.listen(() => {
        if (hub.isRecalling()) return;
        stop();
        resolve();
      });
    });
  }
  const server = hub.state.servers[splitSessionKey(from).server];
  if (!server || server.requests[request]) return false;
  return server.fresh || (wasRecalling && server.connection.status === "asleep");
}

const isLate = ({ kind }: Fault) => kind === "already-answered";

function wordsOf(fault: Fault): string {
  const { title, remedy } = describeFault(fault);
  return `Not answered: ${title}. ${isLate(fault) ? remedy : "It still waits for you."}`;
}
