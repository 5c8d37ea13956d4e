import type { QuestionRequest } from "../../lib/model";
import type { Answer } from "../../lib/storage/drafts";
import { replyOf, sheetOf, withAnswer } from "./answers";
import type { createReply } from "./create-reply";

const BLANK: Answer = { chosen: [], own: "", ownChosen: false };

/** What the user has chosen so far for the questions of a request, and which of them is on show. Reading is reactive. */
export function createSheet(request: () => QuestionRequest, reply: ReturnType<typeof createReply>) {
  const sheet = () => sheetOf(request(), reply.held().sheet);
  const count = () => request().questions.length;
  const replies = () => request().questions.map((asked, index) => replyOf(asked, sheet().answers[index] ?? BLANK));
  return {
    /** Index of the question on show. */
    at: () => sheet().at,
    count,
    question: () => request().questions[sheet().at],
    answer: (): Answer => sheet().answers[sheet().at] ?? BLANK,
    replies,
    /** Numbers, from 1, of the questions without an answer. */
    open: () => replies().flatMap((given, index) => (given.length === 0 ? [index + 1] : [])),
    isLast: () => sheet().at >= count() - 1,
    change: (next: Answer): void => reply.change({ sheet: withAnswer(sheet(), next) }),
    go: (by: number): void => reply.change({ sheet: { ...sheet(), at: sheet().at + by } }),
  };
}
