import type { MessageId, MessageWithParts } from "../model";
import { countIn, hintOf, patternOf } from "./pattern";
import { type Piece, piecesOf } from "./pieces";
import { plainOf } from "./plain";

/** A piece of a message that has what is looked for. */
export interface Hit {
  messageId: MessageId;
  /** `Message.order`: hits of messages that are not held sort by it as well. */
  order: string;
  /** `Piece.id`. */
  pieceId: string;
  /** How often, at least 1. */
  count: number;
}

/** What was found in a stretch of a session. */
export interface FoundPage {
  /** In the order of the session. */
  hits: Hit[];
  /** Messages that were looked through. */
  searched: number;
  /** Where the messages before them begin; absent at the beginning of the session. */
  olderCursor?: string;
}

/** How often a pattern is in what Markdown shows. @param hint `hintOf` the same query */
export function countInMarkdown(source: string, pattern: RegExp, hint: RegExp | undefined): number {
  return hint && !hint.test(source) ? 0 : countIn(plainOf(source), pattern);
}

/** Looks for a query in messages. */
export function createSearch(query: string): (entry: MessageWithParts) => Hit[] {
  const pattern = patternOf(query);
  const hint = hintOf(query);
  if (!pattern) return () => [];

  function countOf({ kind, text }: Piece, sought: RegExp): number {
    if (kind === "call") return Math.min(1, countIn(text, sought));
    return kind === "words" ? countIn(text, sought) : countInMarkdown(text, sought, hint);
  }

  return ({ message, parts }) =>
    piecesOf(message, parts).flatMap((piece) => {
      const count = countOf(piece, pattern);
      return count === 0 ? [] : [{ messageId: message.id, order: message.order, pieceId: piece.id, count }];
    });
}
