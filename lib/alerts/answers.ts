import type { Background } from "../bridge/background";
import { describeFault, findSession, type State, sessionTitle, toFault } from "../model";
import { alertId, subjectOf } from "./alert";
import type { AlertButton, Notifier } from "./notifier";

export interface AnswerDeps {
  hub: { ready: Promise<void>; state: State; calls: Pick<Background, "replyPermission"> };
  notifier: Pick<Notifier, "show" | "clear">;
}

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
    await hub.calls.replyPermission(subject.from, subject.request, reply);
  } catch (error) {
    const session = findSession(hub.state, subject.key)?.session;
    const fault = toFault(error);
    const { title: what, remedy } = describeFault(fault);
    const isLate = fault.kind === "already-answered";
    // In the place of the request it would be taken back with that.
    await notifier.show(isLate ? alertId({ kind: "late", key: subject.key }) : id, {
      title: sessionTitle(session ?? { title: "" }),
      message: `Not answered: ${what}. ${isLate ? remedy : "It still waits for you."}`,
      buttons: [],
      stays: true,
    });
  }
}
