/** Part of a long Markdown text that is read on its own. */
export interface Stretch {
  /** Stays the same while the text grows. */
  key: string;
  /** Offsets in the text; `to` is that of what follows. */
  from: number;
  to: number;
  /** The line that opened the code block in which it begins; "" outside of one. */
  opening: string;
}

/** Characters after which a stretch ends with the next block, with the next line, or in the middle of a line. */
const LENGTH = 50_000;
const LENGTH_OF_BLOCK = 2 * LENGTH;
const LENGTH_OF_LINE = 4 * LENGTH;

const FENCE = /^ {0,3}(?:(`{3,})[^`]*|(~{3,}).*)$/;

/** Parts one growing text into stretches. Those before the last are never changed by what comes: they are the same objects. */
export interface Splitter {
  /** Takes the whole text so far. Text that does not begin with the text before it starts afresh. */
  update(text: string): readonly Stretch[];
}

/**
 * Stretches begin where a block of the top level does, as far as lines without their context tell; a code block that is too
 * long goes on in the next one, and so does any other. A reference is looked up in its own stretch only.
 */
export function createSplitter(): Splitter {
  let before = "";
  let closed: Stretch[] = [];
  let from = 0;
  let opening = "";
  /** Offset of the first line that has not been looked at. */
  let at = 0;
  let isAfterBlank = false;
  let fence: { line: string; close: RegExp } | undefined;

  function restart(): void {
    closed = [];
    from = 0;
    opening = "";
    at = 0;
    isAfterBlank = false;
    fence = undefined;
  }

  const stretch = (to: number): Stretch => ({ key: String(from), from, to, opening });

  function cut(to: number): void {
    closed = [...closed, stretch(to)];
    from = to;
    opening = fence ? `${fence.line}\n` : "";
  }

  function take(line: string): void {
    const length = at - from;
    const isStart = isAfterBlank && !fence && /^\S/.test(line);
    if (length >= (isStart ? LENGTH : LENGTH_OF_BLOCK)) cut(at);
    isAfterBlank = line.trim() === "";
    if (fence) {
      if (fence.close.test(line)) fence = undefined;
      return;
    }
    const marks = FENCE.exec(line);
    const mark = marks?.[1] ?? marks?.[2];
    if (mark) fence = { line: line.trimEnd(), close: new RegExp(`^ {0,3}${mark[0]}{${mark.length},}\\s*$`) };
  }

  return {
    update(text) {
      if (!text.startsWith(before)) restart();
      before = text;
      for (;;) {
        const lineEnd = text.indexOf("\n", at);
        const end = lineEnd < 0 ? text.length : lineEnd + 1;
        if (end - from > LENGTH_OF_LINE) {
          cut(from + LENGTH_OF_BLOCK - (isLowSurrogate(text, from + LENGTH_OF_BLOCK) ? 1 : 0));
          continue;
        }
        if (lineEnd < 0) break;
        take(text.slice(at, lineEnd));
        at = end;
      }
      return [...closed, stretch(text.length)];
    },
  };
}

const isLowSurrogate = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xdc00;

/** The Markdown of a stretch. */
export const sourceOf = (text: string, { from, to, opening }: Stretch): string => opening + text.slice(from, to);

/** Index of the stretch that has an offset of the text in it. */
export function stretchAt(stretches: readonly Stretch[], offset: number): number {
  return Math.max(
    0,
    stretches.findLastIndex(({ from }) => from <= offset),
  );
}
