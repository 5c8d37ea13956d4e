/** Kinds of token that have a colour; anything else is plain text. */
export const TOKEN_KINDS = [
  "comment",
  "constant",
  "function",
  "keyword",
  "link",
  "parameter",
  "punctuation",
  "string",
  "string-expression",
  "inserted",
  "deleted",
  "changed",
] as const;

export type TokenKind = (typeof TOKEN_KINDS)[number];

/** A piece of a line; without kind it is plain text. */
export type CodeToken = readonly [text: string, kind?: TokenKind];

/** The tokens of one line; their texts joined are the line without its line end. */
export type CodeLine = readonly CodeToken[];

/** Names the grammar's state after some lines; the worker forgets old ones. */
export type Continuation = number;

/** To the worker. Answers come in any order, cancelled requests get none. */
export type HighlightRequest =
  | { id: number; text: string; language: string; after?: Continuation }
  | { cancel: number };

/** From the worker. `lost`: the continuation asked for is forgotten, start at the first line again. */
export type HighlightResponse =
  | { id: number; lines: CodeLine[]; end: Continuation }
  | { id: number; lost: true }
  | { id: number; error: string };
