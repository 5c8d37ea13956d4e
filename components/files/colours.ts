import { type Accessor, createSignal, onCleanup } from "solid-js";
import type { CodeLine, Continuation } from "../../lib/markdown/highlight/protocol";
import { highlighter } from "../chat/markdown/highlighting";

/** Characters of a file beyond which it stays plain: colours come in order, from its first line. */
const LONGEST = 400_000;

export interface Colours {
  /** The tokens of a chunk's lines, once they are known. */
  of(index: number): readonly CodeLine[] | undefined;
  /** Somebody looks at this chunk. */
  want(index: number): void;
}

/** The colours of a file's lines, a chunk after the other as far as somebody looks. */
export function createColours(chunks: readonly (readonly string[])[], language: string): Colours {
  const tokens = chunks.map(() => createSignal<readonly CodeLine[]>());
  const length = chunks.reduce((sum, lines) => lines.reduce((all, line) => all + line.length + 1, sum), 0);
  const aborter = new AbortController();
  onCleanup(() => aborter.abort());
  let wanted = -1;
  let done = 0;
  let after: Continuation | undefined;
  let isBusy = false;

  async function go(): Promise<void> {
    if (isBusy || length > LONGEST) return;
    isBusy = true;
    try {
      for (; done <= wanted; done++) {
        const text = chunks[done]?.join("\n") ?? "";
        const result = await highlighter.highlight(text, language, { after, signal: aborter.signal });
        // No grammar, too long a line, or the state is forgotten: the rest stays plain.
        if (!result) return;
        tokens[done]?.[1](result.lines);
        after = result.end;
      }
      isBusy = false;
    } catch (error) {
      if (!aborter.signal.aborted) console.warn("A file stays without colours:", error);
    }
  }

  return {
    of: (index) => (tokens[index]?.[0] satisfies Accessor<unknown> | undefined)?.(),
    want(index) {
      wanted = Math.max(wanted, index);
      void go();
    },
  };
}
