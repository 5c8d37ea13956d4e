import { For, Show } from "solid-js";
import type { ToolInput, ToolPart } from "../../../lib/model";
import { MessageCircleQuestionMark } from "../../ui/icons";
import { metadataOf, type ToolRenderer } from "../tool";
import styles from "./question.module.css";

function questionsOf(input: ToolInput): { question: string; header: string }[] {
  const questions = Array.isArray(input.questions) ? input.questions : [];
  return questions.flatMap((entry: unknown) => {
    if (typeof entry !== "object" || entry === null || !("question" in entry)) return [];
    const header = "header" in entry && typeof entry.header === "string" ? entry.header : "";
    return typeof entry.question === "string" ? [{ question: entry.question, header }] : [];
  });
}

function answerOf(part: ToolPart, index: number): string {
  const answers = metadataOf(part).answers;
  const answer: unknown = Array.isArray(answers) ? answers[index] : undefined;
  return Array.isArray(answer) ? answer.filter((label) => typeof label === "string").join(", ") : "";
}

/** Questions to the user and what was answered. */
export const question: ToolRenderer = {
  tools: ["question"],
  summary(part) {
    const questions = questionsOf(part.state.input);
    const first = questions[0];
    return {
      icon: MessageCircleQuestionMark,
      verb: { base: "Ask", doing: "Asking", done: "Asked" },
      subject: (questions.length > 1 ? `${questions.length} questions` : first?.header || first?.question) || "you",
    };
  },
  Detail: (props) => (
    <dl class={styles.list}>
      <For each={questionsOf(props.part.state.input)}>
        {(entry, index) => (
          <>
            <dt dir="auto">{entry.question}</dt>
            <dd dir="auto">
              <Show when={answerOf(props.part, index())} fallback="No answer">
                {(answer) => <>{answer()}</>}
              </Show>
            </dd>
          </>
        )}
      </For>
    </dl>
  ),
};
