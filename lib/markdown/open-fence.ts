import type { CodeBlock } from "./block";
import { languageOf } from "./render";

/** A fenced code block of the top level whose end has not arrived: it grows without being lexed again. */
export interface OpenFence {
  key: string;
  language: string;
  close: RegExp;
  /** Offset of the first line of code in the growing text. */
  contentStart: number;
  /** Offset up to which whole lines are known not to close the fence. */
  scanned: number;
}

/** Recognises an unindented open fence at the start of `source`, its first line complete. */
export function findOpenFence(source: string, key: string): OpenFence | undefined {
  const opening = /^(?:(`{3,})([^`\n]*)|(~{3,})([^\n]*))\n/.exec(source);
  if (!opening) return undefined;
  const marks = opening[1] ?? opening[3] ?? "";
  const language = languageOf((opening[2] ?? opening[4] ?? "").replace(/\\([\p{P}\p{S}])/gu, "$1"));
  const contentStart = opening[0].length;
  const close = new RegExp(`^ {0,3}${marks[0]}{${marks.length},} *$`);
  return { key, language, close, contentStart, scanned: contentStart };
}

/**
 * The block as far as `source` goes; undefined once a line closes it. Looks at each line once.
 * With `streaming`, an unfinished last line that may become the closing fence is not shown.
 */
export function growFence(fence: OpenFence, source: string, streaming: boolean): CodeBlock | undefined {
  let end = source.length;
  for (;;) {
    const lineEnd = source.indexOf("\n", fence.scanned);
    const line = source.slice(fence.scanned, lineEnd < 0 ? undefined : lineEnd);
    if (lineEnd < 0) {
      if (streaming && /^ {0,3}(?:`+|~+) *$/.test(line)) end = fence.scanned;
      else if (fence.close.test(line)) return undefined;
      break;
    }
    if (fence.close.test(line)) return undefined;
    fence.scanned = lineEnd + 1;
  }
  const text = source.slice(fence.contentStart, end);
  const shown = text.endsWith("\n") ? text.slice(0, -1) : text;
  return { kind: "code", key: `${fence.key}:code`, language: fence.language, text: shown, open: true };
}
