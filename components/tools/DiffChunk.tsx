import { createSignal, type JSX, onCleanup, Show } from "solid-js";
import type { CodeLine } from "../../lib/markdown/highlight/protocol";
import "../chat/markdown/code.css";
import { highlighter } from "../chat/markdown/highlighting";
import { whenSeen } from "../chat/markdown/seen";
import styles from "./DiffBlock.module.css";
import type { DiffLine } from "./diff";
import { useDiffRows } from "./diff-rows";

/** Each side of a diff is code of its own: the removed lines with those around them, and the added ones. */
async function tokensOf(
  lines: readonly DiffLine[],
  language: string,
  signal: AbortSignal,
): Promise<ReadonlyMap<DiffLine, CodeLine>> {
  const tokens = new Map<DiffLine, CodeLine>();
  for (const changed of ["removed", "added"] as const) {
    const side = lines.filter(({ kind }) => kind === "same" || kind === changed);
    if (side.length === 0) continue;
    const result = await highlighter.highlight(side.map(({ text }) => text).join("\n"), language, { signal });
    side.forEach((line, index) => {
      const known = result?.lines[index];
      if (known) tokens.set(line, known);
    });
  }
  return tokens;
}

/** Some lines of a diff, coloured when they are seen. @param props.late Whether they are also made only then. */
export function DiffChunk(props: {
  /** Path of the file, as the diff names it. */
  file: string;
  lines: readonly DiffLine[];
  language: string;
  late: boolean;
}): JSX.Element {
  const Rows = useDiffRows();
  const [isSeen, setSeen] = createSignal(true);
  const [tokens, setTokens] = createSignal<ReadonlyMap<DiffLine, CodeLine>>(new Map());
  const aborter = new AbortController();
  onCleanup(() => aborter.abort());
  let isAsked = false;

  async function colour(): Promise<void> {
    isAsked = true;
    try {
      setTokens(await tokensOf(props.lines, props.language, aborter.signal));
    } catch (error) {
      if (!aborter.signal.aborted) console.warn("Changes stay without colours:", error);
    }
  }

  function watch(element: Element): void {
    onCleanup(
      whenSeen(element, (seen) => {
        if (isAsked) return;
        setSeen(seen);
        if (seen) void colour();
      }),
    );
  }

  return (
    <div ref={watch} class={styles.chunk} style={{ "--lines": props.lines.length }}>
      <Show when={isSeen() || !props.late}>
        <Rows file={props.file} lines={props.lines} tokens={tokens()} />
      </Show>
    </div>
  );
}
