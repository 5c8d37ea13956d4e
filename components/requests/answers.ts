import type { Question, QuestionRequest } from "../../lib/model";
import type { Answer, AnswerSheet } from "../../lib/storage/drafts";

/** What was chosen before, if it fits the questions; else nothing yet. */
export function sheetOf(request: QuestionRequest, held: AnswerSheet | undefined): AnswerSheet {
  if (held?.answers.length === request.questions.length) return held;
  return { at: 0, answers: request.questions.map(() => ({ chosen: [], own: "", ownChosen: false })) };
}

export function withAnswer(sheet: AnswerSheet, answer: Answer): AnswerSheet {
  return { ...sheet, answers: sheet.answers.map((held, index) => (index === sheet.at ? answer : held)) };
}

/** An option was clicked: a radio replaces, a checkbox toggles. */
export function choose(answer: Answer, label: string, multiple: boolean): Answer {
  if (!multiple) return { ...answer, chosen: [label], ownChosen: false };
  const chosen = answer.chosen.includes(label)
    ? answer.chosen.filter((other) => other !== label)
    : [...answer.chosen, label];
  return { ...answer, chosen };
}

/** The user turned to their own words, or away from them. */
export function chooseOwn(answer: Answer, on: boolean, multiple: boolean): Answer {
  return { ...answer, ownChosen: on, chosen: on && !multiple ? [] : answer.chosen };
}

/** What goes to the server for one question: labels in the order of the options, own words last. */
export function replyOf(question: Question, answer: Answer): string[] {
  const labels = question.options.map((option) => option.label).filter((label) => answer.chosen.includes(label));
  const own = answer.own.trim();
  return answer.ownChosen && own !== "" ? [...labels, own] : labels;
}
