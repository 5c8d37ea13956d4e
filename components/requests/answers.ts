import { createStore, type SetStoreFunction } from "solid-js/store";
import type { Question, QuestionRequest, RequestId } from "../../lib/model";

/** What the user has chosen so far for one question. */
export interface Answer {
  chosen: string[];
  /** Own words, kept even while they are not chosen. */
  own: string;
  ownChosen: boolean;
}

export interface AnswerSheet {
  /** Index of the question on show. */
  at: number;
  answers: Answer[];
}

type Held = readonly [AnswerSheet, SetStoreFunction<AnswerSheet>];

/** Sheets live beyond their form: a session that is closed and opened again shows what was chosen. */
const sheets = new Map<RequestId, Held>();
const MOST_SHEETS = 50;

export function sheetOf(request: QuestionRequest): Held {
  const held = sheets.get(request.id);
  if (held) return held;
  const answers = request.questions.map((): Answer => ({ chosen: [], own: "", ownChosen: false }));
  const made = createStore<AnswerSheet>({ at: 0, answers });
  sheets.set(request.id, made);
  const oldest = sheets.keys().next();
  if (sheets.size > MOST_SHEETS && !oldest.done) sheets.delete(oldest.value);
  return made;
}

export function dropSheet(id: RequestId): void {
  sheets.delete(id);
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
