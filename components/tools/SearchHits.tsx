import { createComputed, createSignal, For, type JSX, Match, Show, Switch } from "solid-js";
import { FileLink } from "../files/FileLink";
import { shortened } from "./excerpt";
import { useRevealed } from "./reveal";
import styles from "./SearchHits.module.css";
import { ShowAll } from "./ShowAll";
import type { SearchRow } from "./search-hits";
import { relativePath } from "./tool";

/** Rows that are shown before all are asked for. */
const FIRST = 30;
/** Characters of a line: the whole of it is in the file it leads to. */
const LONGEST = 500;

/** A row of one kind, or nothing. */
function ofType<T extends SearchRow["type"]>(row: SearchRow, type: T): Extract<SearchRow, { type: T }> | undefined {
  return row.type === type ? (row as Extract<SearchRow, { type: T }>) : undefined;
}

/** What a search has found; each file and each line of it opens. */
export function SearchHits(props: { rows: readonly SearchRow[]; directory: string; label?: string }): JSX.Element {
  const [all, setAll] = createSignal(false);
  const revealed = useRevealed();
  createComputed(() => {
    if (revealed()) setAll(true);
  });
  const isCut = () => props.rows.length > FIRST + 2;
  const shown = () => (isCut() && !all() ? props.rows.slice(0, FIRST) : props.rows);
  return (
    <div class={styles.block}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields */}
      <div class={styles.rows} role="group" aria-label={props.label ?? "What was found"} dir="ltr">
        <For each={shown()}>
          {(row) => (
            <Switch>
              <Match when={ofType(row, "file")}>
                {(file) => (
                  <FileLink class={styles.file} path={file().path}>
                    {relativePath(file().path, props.directory)}
                  </FileLink>
                )}
              </Match>
              <Match when={ofType(row, "line")}>
                {(line) => (
                  <FileLink class={styles.line} path={line().path} line={line().line}>
                    <span class={styles.number}>{line().line}</span> {shortened(line().text.trim(), LONGEST)}
                  </FileLink>
                )}
              </Match>
              <Match when={ofType(row, "note")}>
                {(note) => <p class={styles.note}>{shortened(note().text, LONGEST)}</p>}
              </Match>
            </Switch>
          )}
        </For>
      </div>
      <Show when={isCut()}>
        <ShowAll all={all()} more={`Show all (${props.rows.length.toLocaleString()} lines)`} onChange={setAll} />
      </Show>
    </div>
  );
}
