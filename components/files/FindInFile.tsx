import { createEffect, type JSX, on, onCleanup } from "solid-js";
import { FindBar } from "../chat/find/FindBar";
import styles from "../chat/find/FindBar.module.css";
import { createFileFind, type FileFind } from "./create-file-find";
import { type LineHit, MOST_HITS } from "./find-lines";
import { createLineMarks } from "./line-marks";

/** The search of the file on show. It lives while it is open. */
export function FindInFile(props: {
  lines: readonly string[];
  /** Where the lines are. */
  box: HTMLElement;
  /** The first line that is seen. */
  from(): number;
  /** Raised each time the search is asked for. */
  asked: number;
  isAt(at: Element | null): boolean;
  onHit(hit: LineHit): void;
  onClose(): void;
}): JSX.Element {
  let input: HTMLInputElement | undefined;
  const find = createFileFind(
    () => props.lines,
    () => props.from(),
  );
  createLineMarks(() => props.box, find.pattern, find.hit);
  createEffect(on(find.hit, (hit) => hit && props.onHit(hit)));
  createEffect(
    on(
      () => props.asked,
      () => {
        input?.focus();
        input?.select();
      },
    ),
  );
  onCleanup(() => props.box.focus({ preventScroll: true }));
  return (
    <FindBar
      label="Find in file"
      find={find}
      fault={undefined}
      note={
        <div class={styles.note}>
          <span class={styles.count} role="status" aria-label="Found">
            {countWords(find)}
          </span>
          <span class={styles.words}>in {linesWord(props.lines.length)}</span>
        </div>
      }
      isAt={props.isAt}
      onClose={props.onClose}
      ref={(element) => {
        input = element;
      }}
    />
  );
}

const linesWord = (count: number) => `${count.toLocaleString()} ${count === 1 ? "line" : "lines"}`;

/** "3 of 17": the current hit among all. */
function countWords({ pattern, total, number }: FileFind): string {
  if (!pattern()) return "";
  if (total() === 0) return "None";
  return `${number().toLocaleString()} of ${total().toLocaleString()}${total() === MOST_HITS ? "+" : ""}`;
}
