import { createSignal, For, type JSX, Show } from "solid-js";
import type { CodeLine } from "../../lib/markdown/highlight/protocol";
import code from "../chat/markdown/code.module.css";
import { LONG_LINE } from "../files/lines";
import styles from "./DiffBlock.module.css";
import type { DiffLine } from "./diff";
import { diffPieces, marksOf } from "./diff-words";
import { useRevealed } from "./reveal";

export interface DiffRowsProps {
  /** Path of the file, as the diff names it. */
  file: string;
  lines: readonly DiffLine[];
  /** Of the lines that are coloured already. */
  tokens: ReadonlyMap<DiffLine, CodeLine>;
}

export const SIGNS: Record<DiffLine["kind"], string> = { same: " ", added: "+", removed: "−", skip: "⋯" };

/** Lines of a diff one below the other. */
export function DiffRows(props: DiffRowsProps): JSX.Element {
  return (
    <For each={props.lines}>
      {(line) => (
        <div class={styles.line} data-kind={line.kind}>
          <span class={styles.before}>{line.before ?? ""}</span>
          <span class={styles.after}>{line.after ?? ""}</span>
          <span class={styles.sign}>{SIGNS[line.kind]}</span>
          <DiffText line={line} tokens={props.tokens.get(line)} />
        </div>
      )}
    </For>
  );
}

/** A line's words: its colours as code, and what changed in it. */
export function DiffText(props: { line: DiffLine; tokens: CodeLine | undefined }): JSX.Element {
  const marks = marksOf(props.line);
  const [all, setAll] = createSignal(false);
  const revealed = useRevealed();
  const isLong = () => props.line.text.length > LONG_LINE;
  const isCut = () => isLong() && !all() && !revealed();
  return (
    <span>
      <Show when={!isCut()} fallback={props.line.text.slice(0, LONG_LINE)}>
        {diffPieces(props.line.text, props.tokens, marks).map((piece) =>
          piece.marked || piece.kind ? (
            <span class={piece.marked ? styles.marked : code[piece.kind ?? ""]}>{piece.text}</span>
          ) : (
            piece.text
          ),
        )}
      </Show>
      <Show when={isLong()}>
        <button type="button" class={styles.more} aria-expanded={all()} onClick={() => setAll(!all())}>
          {all() ? "Show less" : `… show all ${props.line.text.length.toLocaleString()} characters`}
        </button>
      </Show>
    </span>
  );
}
