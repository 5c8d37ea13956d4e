import type { Background } from "../bridge/background";
import { describeFault, findSession, type State, sessionTitle, toFault } from "../model";
import { subjectOf } from "./alert";
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
    const message = `Not answered: ${describeFault(toFault(error)).title}. It still waits for you.`;
    await notifier.show(id, { title: sessionTitle(session ?? { title: "" }), message, buttons: [], stays: true });
  }
}
