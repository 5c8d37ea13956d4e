import type { Block, HtmlBlock } from "./block";
import { escapeHtml } from "./render";

/** Characters of an open block up to which it is read again whenever it has grown. */
const LONG = 8_000;
/** A longer one is read again when it has grown by this share: every character is then read a bounded number of times. */
const GROWTH = 0.25;
/** Characters of plain text that make one block. */
const PIECE = 1_000;

/** An open block too long to be read with each token: what has been read, and plain text for what came since. */
export interface Lag {
  blocks: readonly Block[];
  /** Offset of the growing text up to which `blocks` goes. */
  read: number;
  /** Length of the open block's source when it was read. */
  length: number;
  pieces: readonly HtmlBlock[];
  /** Offset up to which `pieces` are complete. */
  complete: number;
}

/** A lag begins if an open block of `length` characters, which ends at `read`, has become long. */
export function startLag(blocks: readonly Block[], read: number, length: number): Lag | undefined {
  return length > LONG ? { blocks, read, length, pieces: [], complete: read } : undefined;
}

const pieceOf = (text: string, offset: number): HtmlBlock => ({
  kind: "html",
  key: `${offset}:plain`,
  html: `<p>${escapeHtml(text).replace(/\r\n?|\n/g, "<br>")}</p>`,
});

/** The blocks of `text`, its newest part as plain text; undefined once it is time to read the open block again. */
export function followLag(lag: Lag, text: string): readonly Block[] | undefined {
  if (text.length - lag.read > lag.length * GROWTH) return undefined;
  while (text.length - lag.complete > PIECE) {
    const lineEnd = text.lastIndexOf("\n", lag.complete + PIECE - 1) + 1;
    const end = lineEnd > lag.complete ? lineEnd : lag.complete + PIECE;
    lag.pieces = [...lag.pieces, pieceOf(text.slice(lag.complete, end), lag.complete)];
    lag.complete = end;
  }
  const rest = text.slice(lag.complete);
  return [...lag.blocks, ...lag.pieces, ...(rest === "" ? [] : [pieceOf(rest, lag.complete)])];
}
