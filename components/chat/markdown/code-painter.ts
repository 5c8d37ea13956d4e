import {
  type CodeLine,
  type Highlighter,
  MAX_CHARACTERS,
  MAX_LINES,
} from "../../../lib/markdown/highlight/highlighter";
import type { Continuation } from "../../../lib/markdown/highlight/protocol";
import styles from "./code.module.css";
import { withNextWords } from "./words";

/** Milliseconds of growing before each request: many a block has ended by then, and is coloured once. */
const PACE = 300;

/** Code as it should be shown now. */
export interface CodeView {
  text: string;
  language: string;
  /** More lines will come: the last one is not coloured yet. */
  growing: boolean;
}

/** Shows code as plain text at once, and coloured as soon as its tokens are there. */
export interface CodePainter {
  show(view: CodeView): void;
  /** Code out of the reader's sight is not coloured, and what was asked for is cancelled. It counts as seen at first. */
  setSeen(seen: boolean): void;
}

/**
 * Paints into `element`: coloured lines first, then what has no tokens yet as one text. Code that grows is tokenised
 * from where it ended, a request at a time. Lines beyond what the highlighter takes stay plain, whether they came one by
 * one or all at once. Stops when `signal` aborts.
 */
export function createCodePainter(element: HTMLElement, highlighter: Highlighter, signal: AbortSignal): CodePainter {
  const rest = document.createTextNode("");
  element.replaceChildren(rest);
  let view: CodeView = { text: "", language: "", growing: false };
  let painted = "";
  let paintedLines = 0;
  let end: Continuation | undefined;
  let isBusy = false;
  let asked = performance.now();
  let later: ReturnType<typeof setTimeout> | undefined;
  let isSeen = true;
  let request = new AbortController();
  signal.addEventListener("abort", () => {
    clearTimeout(later);
    request.abort(signal.reason);
  });
  /** Text for which there are no tokens to be had. */
  let plain: string | undefined;

  function restart(): void {
    painted = "";
    paintedLines = 0;
    end = undefined;
    element.replaceChildren(rest);
  }

  function showRest(): void {
    const data = view.text.slice(painted.length);
    if (data.startsWith(rest.data)) rest.appendData(data.slice(rest.data.length));
    else rest.data = data;
  }

  function paint(lines: readonly CodeLine[], text: string): void {
    const fragment = document.createDocumentFragment();
    lines.forEach((line, i) => {
      for (const [content, kind] of line) fragment.append(kind ? coloured(content, kind) : content);
      if (i < lines.length - 1) fragment.append("\n");
    });
    if (text.endsWith("\n")) fragment.append("\n");
    element.insertBefore(fragment, rest);
    painted += text;
    paintedLines += lines.length;
    showRest();
  }

  async function highlight(): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    const { signal: cancelled } = request;
    try {
      for (;;) {
        const { text, language, growing } = view;
        const whole = growing ? text.slice(0, text.lastIndexOf("\n") + 1) : text;
        const next = within(whole.slice(painted.length), MAX_CHARACTERS - painted.length, MAX_LINES - paintedLines);
        const target = painted + next;
        if (next === "" || plain === target || !isSeen || cancelled.aborted) return;
        const early = growing ? asked + PACE - performance.now() : 0;
        if (early > 0) {
          later ??= setTimeout(() => {
            later = undefined;
            void highlight();
          }, early);
          return;
        }
        asked = performance.now();
        const before = painted;
        // The line end that closes the last line opens no line of its own.
        const source = next.endsWith("\n") ? next.slice(0, -1) : next;
        const result = await highlighter.highlight(source, language, { after: end, signal: cancelled });
        // Colours that come along with words need no frame of their own.
        await withNextWords(() => {
          if (view.language !== language || painted !== before || !view.text.startsWith(target)) return;
          if (result) {
            end = result.end;
            paint(result.lines, next);
          } else if (end === undefined) plain = target;
          else {
            restart();
            showRest();
          }
        });
      }
    } catch (error) {
      if (!cancelled.aborted) console.warn("Code stays without colours:", error);
    } finally {
      isBusy = false;
    }
    // Seen again before the cancelled request had ended.
    if (cancelled !== request.signal && isSeen && !signal.aborted) void highlight();
  }

  return {
    show(next) {
      const isSame = next.language === view.language && next.text.startsWith(painted);
      view = next;
      if (!isSame) {
        restart();
        plain = undefined;
      }
      showRest();
      void highlight();
    },
    setSeen(seen) {
      if (seen === isSeen) return;
      isSeen = seen;
      if (seen) return void highlight();
      request.abort();
      if (!signal.aborted) request = new AbortController();
    },
  };
}

/** As many whole lines from the start of a text as stay within both limits; all of it if it does. */
function within(text: string, characters: number, lines: number): string {
  let end = 0;
  for (let line = 0; line < lines && end < text.length; line++) {
    const lineEnd = text.indexOf("\n", end) + 1 || text.length;
    if (lineEnd > characters) break;
    end = lineEnd;
  }
  return text.slice(0, end);
}

function coloured(content: string, kind: string): HTMLElement {
  const span = document.createElement("span");
  const name = styles[kind];
  if (name) span.className = name;
  span.textContent = content;
  return span;
}
