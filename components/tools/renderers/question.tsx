import { createMemo, createSignal, For, Show } from "solid-js";
import type { ToolInput, ToolPart } from "../../../lib/model";
import { MessageCircleQuestionMark } from "../../ui/icons";
import { shortened } from "../excerpt";
import { Failure } from "../Failure";
import { Given } from "../Given";
import { Result } from "../Result";
import { useRevealed } from "../reveal";
import { ShowAll } from "../ShowAll";
import { metadataOf, type ToolContext, type ToolRenderer } from "../tool";
import styles from "./question.module.css";

/** Questions that are shown before all are asked for. */
const FIRST = 20;
/** Characters of a question or an answer. */
const LONGEST = 1000;

interface Question {
  question: string;
  header: string;
  /** What was to choose from. */
  options: string[];
}

function questionsOf(input: ToolInput): Question[] {
  const questions = Array.isArray(input.questions) ? input.questions : [];
  return questions.flatMap((entry: unknown) => {
    if (typeof entry !== "object" || entry === null || !("question" in entry)) return [];
    if (typeof entry.question !== "string") return [];
    const header = "header" in entry && typeof entry.header === "string" ? entry.header : "";
    const options = "options" in entry && Array.isArray(entry.options) ? entry.options.flatMap(labelOf) : [];
    return [{ question: entry.question, header, options }];
  });
}

function labelOf(option: unknown): string[] {
  if (typeof option !== "object" || option === null || !("label" in option)) return [];
  return typeof option.label === "string" ? [option.label] : [];
}

function answerOf(part: ToolPart, index: number): string {
  const answers = metadataOf(part).answers;
  const answer: unknown = Array.isArray(answers) ? answers[index] : undefined;
  return Array.isArray(answer) ? answer.filter((label) => typeof label === "string").join(", ") : "";
}

/** Whether the answers are only in what the model was told. */
const isUnread = (part: ToolPart, count: number) =>
  part.state.status === "completed" && (count === 0 || !Array.isArray(part.state.metadata.answers));

const isOpen = ({ phase }: ToolContext) => phase === "pending" || phase === "running" || phase === "waiting";

/** Questions to the user and what was answered. */
export const question: ToolRenderer = {
  tools: ["question"],
  summary(part, context) {
    const questions = questionsOf(part.state.input);
    const [first] = questions;
    const answer = questions.length === 1 ? answerOf(part, 0) : "";
    return {
      icon: MessageCircleQuestionMark,
      verb: { base: "Ask", doing: "Asking", done: "Asked" },
      subject: (questions.length > 1 ? `${questions.length} questions` : first?.header || first?.question) || "you",
      ...(answer ? { note: answer } : {}),
      // Nobody refused leave.
      ...(context.phase === "denied" ? { status: "Dismissed" } : {}),
    };
  },
  Detail: (props) => {
    const [all, setAll] = createSignal(false);
    const revealed = useRevealed();
    const questions = createMemo(() => questionsOf(props.part.state.input));
    const none = () => (isOpen(props.context) ? "Not answered yet" : "No answer");
    return (
      <>
        <Show when={questions().length > 0} fallback={<Given input={props.part.state.input} names={[]} />}>
          <dl class={styles.list}>
            <For each={all() || revealed() ? questions() : questions().slice(0, FIRST)}>
              {(entry, index) => (
                <>
                  <dt dir="auto">{shortened(entry.question, LONGEST)}</dt>
                  <Show when={entry.options.length > 0}>
                    <dd class={styles.options} dir="auto">
                      {shortened(entry.options.join(" · "), LONGEST)}
                    </dd>
                  </Show>
                  <dd class={styles.answer} dir="auto">
                    {shortened(answerOf(props.part, index()), LONGEST) || none()}
                  </dd>
                </>
              )}
            </For>
          </dl>
          <Show when={questions().length > FIRST}>
            <ShowAll
              all={all()}
              more={`Show all (${questions().length.toLocaleString()} questions)`}
              onChange={setAll}
            />
          </Show>
        </Show>
        <Show when={isUnread(props.part, questions().length)}>
          <Result part={props.part} />
        </Show>
        <Show when={props.context.phase !== "denied"}>
          <Failure part={props.part} />
        </Show>
      </>
    );
  },
};
