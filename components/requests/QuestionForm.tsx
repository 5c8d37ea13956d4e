import { For, Show } from "solid-js";
import type { QuestionRequest } from "../../lib/model";
import { sessionKey } from "../../lib/model";
import type { Answer } from "../../lib/storage/drafts";
import { useApp } from "../app/context";
import { createAction } from "../ui/action";
import { FaultLine } from "../ui/FaultLine";
import { AnswerKeys } from "./AnswerKeys";
import { choose, chooseOwn, replyOf, sheetOf, withAnswer } from "./answers";
import { Choice } from "./Choice";
import { createReply } from "./create-reply";
import { OwnAnswer } from "./OwnAnswer";
import { QuestionActions } from "./QuestionActions";
import { RequestFrame, type RequestProps } from "./RequestFrame";
import styles from "./requests.module.css";

/** Questions of the agent, one at a time. */
export function QuestionForm(props: RequestProps<QuestionRequest>) {
  const app = useApp();
  // The form is made anew for another request.
  const key = sessionKey(props.server.id, props.request.sessionId);
  const reply = createReply(app.drafts, key, props.request.id);
  const sheet = () => sheetOf(props.request, reply.held().sheet);
  const question = () => props.request.questions[sheet().at];
  const answer = (): Answer => sheet().answers[sheet().at] ?? { chosen: [], own: "", ownChosen: false };
  const change = (next: Answer) => reply.change({ sheet: withAnswer(sheet(), next) });
  const go = (by: number) => reply.change({ sheet: { ...sheet(), at: sheet().at + by } });
  const last = () => sheet().at >= props.request.questions.length - 1;
  const replies = () =>
    props.request.questions.map((asked, index) => {
      const given = sheet().answers[index];
      return given ? replyOf(asked, given) : [];
    });
  const answered = () => (replies()[sheet().at]?.length ?? 0) > 0;

  const send = createAction(async () => {
    const { onFormGone, request } = props;
    await app.background.answerQuestion(key, request.id, replies());
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
  const count = () => props.request.questions.length;

  function submit(): void {
    if (!answered() || busy() || props.early) return;
    if (last()) void send.run();
    else go(1);
  }

  return (
    <Show when={question()}>
      {(asked) => (
        <RequestFrame {...props} name={`Question: ${asked().header}`} title={asked().header || "A question"}>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              submit();
            }}
            class={styles.form}
          >
            <p dir="auto">{asked().question}</p>
            <div class={styles.options}>
              <For each={asked().options}>
                {(option) => (
                  <Choice
                    multiple={asked().multiple}
                    group={`${props.request.id} ${sheet().at}`}
                    option={option}
                    checked={answer().chosen.includes(option.label)}
                    onChoose={() => change(choose(answer(), option.label, asked().multiple))}
                  />
                )}
              </For>
              <Show when={asked().custom}>
                <OwnAnswer
                  multiple={asked().multiple}
                  group={`${props.request.id} ${sheet().at}`}
                  text={answer().own}
                  checked={answer().ownChosen}
                  onChoose={(on) => change(chooseOwn(answer(), on, asked().multiple))}
                  onInput={(own) => change({ ...chooseOwn(answer(), own.trim() !== "", asked().multiple), own })}
                />
              </Show>
            </div>
            <div class={styles.actions} data-early={props.early ? "" : undefined}>
              <Show when={count() > 1}>
                <span class={styles.count}>
                  {sheet().at + 1} of {count()}
                </span>
              </Show>
              <QuestionActions
                idle={props.idle}
                busy={busy()}
                isLast={last()}
                onSubmit={answered() ? submit : undefined}
                onBack={sheet().at > 0 ? () => go(-1) : undefined}
                onDismiss={() => void dismiss.run()}
              />
            </div>
            <AnswerKeys
              words={{
                "question.dismiss": "dismiss",
                ...(sheet().at > 0 ? { "question.back": "back" } : {}),
                "question.submit": last() ? "answer" : "next",
              }}
            />
            <Show when={send.fault() ?? dismiss.fault()}>
              {(fault) => <FaultLine fault={fault()} doing="Not answered" />}
            </Show>
          </form>
        </RequestFrame>
      )}
    </Show>
  );
}
