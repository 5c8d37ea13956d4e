import { createSignal, createUniqueId, For, Show } from "solid-js";
import type { QuestionRequest } from "../../lib/model";
import { sessionKey } from "../../lib/model";
import { useApp } from "../app/context";
import { createAction } from "../ui/action";
import { FaultLine } from "../ui/FaultLine";
import { VisuallyHidden } from "../ui/VisuallyHidden";
import { AnswerKeys } from "./AnswerKeys";
import { Asked } from "./Asked";
import { choose, chooseOwn } from "./answers";
import { answersFrom } from "./answers-from";
import { Choice } from "./Choice";
import { createReply } from "./create-reply";
import { createSheet } from "./create-sheet";
import { OwnAnswer } from "./OwnAnswer";
import { QuestionActions } from "./QuestionActions";
import { RequestFrame, type RequestProps } from "./RequestFrame";
import styles from "./requests.module.css";

/** Options that a digit chooses. */
const DIGITS = 9;

function openWords(open: readonly number[]): string {
  return `No answer yet to ${open.length === 1 ? "question" : "questions"} ${open.join(", ")}`;
}

/** Questions of the agent, one at a time, back and forth; they are answered together. */
export function QuestionForm(props: RequestProps<QuestionRequest>) {
  const app = useApp();
  const textId = createUniqueId();
  // The form is made anew for another request.
  const key = sessionKey(props.server.id, props.request.sessionId);
  const reply = createReply(app.drafts, key, props.request.id);
  const sheet = createSheet(() => props.request, reply);
  const [said, setSaid] = createSignal("");
  let form: HTMLFormElement | undefined;
  const group = () => `${props.request.id} ${sheet.at()}`;

  const send = createAction(async () => {
    const { onFormGone, request } = props;
    await app.background.answerQuestion(key, request.id, sheet.replies());
    reply.drop();
    onFormGone();
  });
  const dismiss = createAction(async () => {
    if (props.early) return;
    const { onFormGone, request } = props;
    await app.background.dismissQuestion(key, request.id);
    reply.drop();
    onFormGone();
  });
  const busy = () => send.busy() || dismiss.busy();
  const isWhole = () => sheet.open().length === 0;

  function go(by: number): void {
    sheet.go(by);
    setSaid(`Question ${sheet.at() + 1}: ${sheet.question()?.question}`);
    // The option that had the focus is gone.
    if (document.activeElement === document.body) form?.closest<HTMLElement>("[role=group]")?.focus();
  }
  function submit(): void {
    if (!sheet.isLast()) go(1);
    else if (isWhole() && !busy() && !props.early) void send.run();
  }
  function pick(label: string): void {
    sheet.change(choose(sheet.answer(), label, sheet.question()?.multiple ?? false));
  }
  function onDigit(event: KeyboardEvent): boolean {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && /^[1-9]$/.test(event.key);
    const option = isPlain ? sheet.question()?.options[Number(event.key) - 1] : undefined;
    if (!option || !answersFrom(event.target, false)) return false;
    pick(option.label);
    return true;
  }

  return (
    <Show when={sheet.question()}>
      {(asked) => (
        <RequestFrame
          {...props}
          name={`Question: ${asked().header}`}
          title={asked().header || "A question"}
          onKey={onDigit}
        >
          <form
            ref={(element) => {
              form = element;
            }}
            onSubmit={(event) => {
              event.preventDefault();
              submit();
            }}
            class={styles.form}
          >
            <Asked>
              <p id={textId} dir="auto">
                {asked().question}
              </p>
              {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles have a name */}
              <div class={styles.options} role={asked().multiple ? "group" : "radiogroup"} aria-labelledby={textId}>
                <For each={asked().options}>
                  {(option, index) => (
                    <Choice
                      multiple={asked().multiple}
                      group={group()}
                      option={option}
                      checked={sheet.answer().chosen.includes(option.label)}
                      digit={index() < DIGITS ? String(index() + 1) : undefined}
                      onChoose={() => pick(option.label)}
                    />
                  )}
                </For>
                {/* Each question has its own: a checkbox that turned into a radio while checked would uncheck the others. */}
                <Show when={asked().custom ? group() : undefined} keyed>
                  {(name) => (
                    <OwnAnswer
                      multiple={asked().multiple}
                      group={name}
                      text={sheet.answer().own}
                      checked={sheet.answer().ownChosen}
                      onChoose={(on) => sheet.change(chooseOwn(sheet.answer(), on, asked().multiple))}
                      onInput={(own) =>
                        sheet.change({ ...chooseOwn(sheet.answer(), own.trim() !== "", asked().multiple), own })
                      }
                      onSubmit={submit}
                    />
                  )}
                </Show>
              </div>
            </Asked>
            <Show when={sheet.isLast() && sheet.count() > 1 && !isWhole()}>
              <p class={styles.always}>{openWords(sheet.open())}</p>
            </Show>
            <div class={styles.actions} data-early={props.early ? "" : undefined}>
              <Show when={sheet.count() > 1}>
                <span class={styles.count}>
                  {sheet.at() + 1} of {sheet.count()}
                </span>
              </Show>
              <QuestionActions
                idle={props.idle}
                busy={busy()}
                isLast={sheet.isLast()}
                onSubmit={sheet.isLast() && !isWhole() ? undefined : submit}
                onBack={sheet.at() > 0 ? () => go(-1) : undefined}
                onDismiss={() => void dismiss.run()}
              />
            </div>
            <AnswerKeys
              words={{
                "question.dismiss": "dismiss",
                ...(sheet.at() > 0 ? { "question.back": "back" } : {}),
                "question.submit": sheet.isLast() ? "answer" : "next",
              }}
            />
            <Show when={send.fault() ?? dismiss.fault()}>
              {(fault) => <FaultLine fault={fault()} doing="Not answered" />}
            </Show>
            <VisuallyHidden>
              <span role="status">{said()}</span>
            </VisuallyHidden>
          </form>
        </RequestFrame>
      )}
    </Show>
  );
}
