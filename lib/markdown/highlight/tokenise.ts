import type { GrammarState, HighlighterCore, ThemedToken } from "shiki/core";
import { createCssVariablesTheme, createHighlighterCore } from "shiki/core";
import { createJavaScriptRegexEngine } from "shiki/engine/javascript";
import { GRAMMARS } from "./grammars";
import { grammarFor } from "./languages";
import { type CodeLine, type CodeToken, type Continuation, TOKEN_KINDS, type TokenKind } from "./protocol";

/** Longer lines stay plain: they are data, and one of them can take seconds. */
const MAX_LINE_LENGTH = 1_000;
/** States of growing code blocks kept for going on. */
const MAX_CONTINUATIONS = 64;
/** Milliseconds a line. The first one of a language also compiles its grammar: shiki's own limit is too short for that. */
const LINE_TIME = 5_000;

const THEME = createCssVariablesTheme({ name: "nexus", variablePrefix: "--code-", fontStyle: false });
const KINDS: ReadonlySet<string> = new Set(TOKEN_KINDS);
const isKind = (name: string | undefined): name is TokenKind => name !== undefined && KINDS.has(name);

/** `var(--code-token-keyword)` → keyword. */
function kindOf(color: string | undefined): TokenKind | undefined {
  const name = /^var\(--code-token-([a-z-]+)\)$/.exec(color ?? "")?.[1];
  return isKind(name) ? name : undefined;
}

/** One line, neighbours of one kind joined. */
function toLine(tokens: readonly ThemedToken[]): CodeLine {
  const line: CodeToken[] = [];
  for (const { content, color } of tokens) {
    const kind = content.trim() === "" ? line.at(-1)?.[1] : kindOf(color);
    const last = line.at(-1);
    if (last && last[1] === kind) line[line.length - 1] = kind ? [last[0] + content, kind] : [last[0] + content];
    else line.push(kind ? [content, kind] : [content]);
  }
  return line;
}

/** Tokenises code, on whatever thread it is called. */
export interface Tokeniser {
  /**
   * The lines of `text`. With `after`, `text` goes on where an earlier call ended. Undefined if that state is
   * forgotten, or there is no grammar for the language.
   */
  tokenise(
    text: string,
    language: string,
    after?: Continuation,
  ): Promise<{ lines: CodeLine[]; end: Continuation } | undefined>;
}

export function createTokeniser(): Tokeniser {
  let core: Promise<HighlighterCore> | undefined;
  const states = new Map<Continuation, GrammarState>();
  let lastContinuation = 0;

  const start = () =>
    createHighlighterCore({ themes: [THEME], langs: [], engine: createJavaScriptRegexEngine({ forgiving: true }) });

  return {
    async tokenise(text, language, after) {
      const grammar = grammarFor(language);
      const state = after === undefined ? undefined : states.get(after);
      if (!grammar || (after !== undefined && !state)) return undefined;
      core ??= start();
      const highlighter = await core;
      if (!highlighter.getLoadedLanguages().includes(grammar)) await highlighter.loadLanguage(GRAMMARS[grammar]);
      const tokens = highlighter.codeToTokensBase(text, {
        lang: grammar,
        theme: "nexus",
        tokenizeMaxLineLength: MAX_LINE_LENGTH,
        tokenizeTimeLimit: LINE_TIME,
        ...(state ? { grammarState: state } : {}),
      });
      const end = ++lastContinuation;
      const endState = highlighter.getLastGrammarState(tokens);
      if (endState) states.set(end, endState);
      for (const oldest of states.keys()) {
        if (states.size <= MAX_CONTINUATIONS) break;
        states.delete(oldest);
      }
      return { lines: tokens.map(toLine), end };
    },
  };
}
