import { Lexer, type Token, type Tokens, type TokensList } from "marked";
import type { Lookups, References } from "./references";

const OPTIONS = { gfm: true, breaks: false, pedantic: false } as const;

/** Deeper nesting than anyone reads stays as it is written: marked calls itself for each level. */
const MAX_DEPTH = 50;

/** marked's lexer with an end to its depth. */
class ShallowLexer extends Lexer {
  #depth = 0;

  override blockTokens(src: string, tokens?: Token[], lastParagraphClipped?: boolean): TokensList;
  override blockTokens(src: string, tokens: Token[] = [], lastParagraphClipped = false): Token[] {
    if (this.#depth >= MAX_DEPTH) {
      if (src !== "") tokens.push({ type: "paragraph", raw: src, text: src, tokens: [textToken(src)] });
      return tokens;
    }
    return this.#below(() => super.blockTokens(src, tokens, lastParagraphClipped));
  }

  override inlineTokens(src: string, tokens: Token[] = []): Token[] {
    if (this.#depth >= MAX_DEPTH) {
      if (src !== "") tokens.push(textToken(src));
      return tokens;
    }
    return this.#below(() => super.inlineTokens(src, tokens));
  }

  #below<T>(work: () => T): T {
    this.#depth++;
    try {
      return work();
    } finally {
      this.#depth--;
    }
  }
}

const textToken = (text: string): Tokens.Text => ({ type: "text", raw: text, text, escaped: false });

/** Block structure of a source, its inline text not yet read. */
export interface Lexed {
  tokens: Token[];
  /** Inline text by the token list it will fill, in the order of the source. */
  runs: ReadonlyMap<Token[], string>;
  lexer: Lexer;
}

/** `source` must have `\n` line ends only. */
export function lexBlocks(source: string, references: References): Lexed {
  const lexer = new ShallowLexer({ ...OPTIONS });
  lexer.tokens.links = references.links;
  const tokens = lexer.blockTokens(source, lexer.tokens);
  const runs = new Map<Token[], string>();
  for (const run of lexer.inlineQueue) runs.set(run.tokens, run.src);
  return { tokens, runs, lexer };
}

/** Calls `visit` with every token list below `token` that waits for inline text, in the order of the source. */
function visitRuns(token: Token, runs: Lexed["runs"], visit: (list: Token[], text: string) => void): void {
  const visitList = (tokens: Token[]) => {
    const text = runs.get(tokens);
    if (text !== undefined) visit(tokens, text);
    else for (const child of tokens) visitRuns(child, runs, visit);
  };
  if (token.type === "list") for (const item of token.items ?? []) visitRuns(item, runs, visit);
  else if (token.type === "table") {
    for (const row of [token.header ?? [], ...(token.rows ?? [])]) for (const cell of row) visitList(cell.tokens);
  } else if ("tokens" in token && token.tokens) visitList(token.tokens);
}

/** Inline text of the last run below `token`, if it has one. */
export function lastRun(token: Token, runs: Lexed["runs"]): { list: Token[]; text: string } | undefined {
  let last: { list: Token[]; text: string } | undefined;
  visitRuns(token, runs, (list, text) => {
    last = { list, text };
  });
  return last;
}

/** Outcome of reading the inline text of one block. */
export interface InlineState {
  lookups: Lookups;
  /** marked carries an `<a>` left open in raw HTML into the blocks that follow: no bare URL becomes a link there. */
  inLink: boolean;
}

/** Reads the inline text of one block into its token lists; call once a block. */
export function lexInline(
  token: Token,
  lexed: Lexed,
  references: References,
  inLink: boolean,
  repair?: (text: string, list: Token[]) => string,
): InlineState {
  const { lexer, runs } = lexed;
  lexer.state.inLink = inLink;
  const lookups = references.record(() =>
    visitRuns(token, runs, (list, text) => {
      lexer.state.inRawBlock = false;
      lexer.inlineTokens(repair ? repair(text, list) : text, list);
    }),
  );
  return { lookups, inLink: lexer.state.inLink };
}
