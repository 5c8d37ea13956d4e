import type { Question } from "../../lib/model";

/** What there is to choose from, in one line. */
export function choicesOf(questions: Question[]): string {
  if (questions.length > 1) return `${questions.length} questions`;
  return questions[0]?.options.map((option) => option.label).join(" · ") ?? "";
}
