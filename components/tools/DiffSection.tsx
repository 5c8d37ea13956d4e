import { createComputed, createMemo, createSignal, For, type JSX, Show } from "solid-js";
import { languageOf } from "../../lib/markdown/highlight/languages";
import { FileLink } from "../files/FileLink";
import { LineChanges } from "../ui/LineChanges";
import styles from "./DiffBlock.module.css";
import { DiffChunk } from "./DiffChunk";
import type { DiffFile, DiffLine } from "./diff";
import { useRevealed } from "./reveal";
import { ShowAll } from "./ShowAll";

/** A box that scrolls must be reachable by keyboard. */
const SCROLLS = 0;
/** Lines that are made at once; of more, those that are seen. */
const CHUNK = 100;

/** Neighbouring lines of one hunk each. */
function chunksOf(lines: readonly DiffLine[]): DiffLine[][] {
  const chunks: DiffLine[][] = [];
  for (const line of lines) {
    const last = chunks.at(-1);
    if (!last || line.kind === "skip" || last.length >= CHUNK) chunks.push([line]);
    else last.push(line);
  }
  return chunks;
}

/** Columns that the highest line number takes, and one behind it. */
function digitsOf(lines: readonly DiffLine[]): number {
  const highest = lines.reduce((most, { before = 0, after = 0 }) => Math.max(most, before, after), 0);
  return String(highest).length + 1;
}

/** What changed in one file, with line numbers; its first lines until all are asked for. */
export function DiffSection(props: {
  file: DiffFile;
  /** How the file is called at the head; none without. */
  name?: string | undefined;
  /** What is said of the file beside its name, e.g. "New". */
  about?: string | undefined;
  /** What the lines are called where they are no changes in the file that it has now. */
  label?: string;
  /** `code`: a file as it is, one number a line and no sign; `loose`: changes whose place is not known, without numbers. */
  looks?: "code" | "loose";
  /** Whether the head counts the lines. */
  isCounted: boolean;
  maxLines: number;
}): JSX.Element {
  const [all, setAll] = createSignal(false);
  const revealed = useRevealed();
  createComputed(() => {
    if (revealed()) setAll(true);
  });
  const lines = () => props.file.lines;
  const cut = () => lines().length > props.maxLines + 2;
  const chunks = createMemo(() => chunksOf(cut() && !all() ? lines().slice(0, props.maxLines) : lines()));
  return (
    <figure class={styles.diff}>
      <Show when={props.name}>
        {(name) => (
          <figcaption class={styles.caption}>
            <span>
              <FileLink path={props.file.path || name()}>
                <bdi>{name()}</bdi>
              </FileLink>
              <Show when={props.about}>{(words) => <bdi class={styles.about}>{words()}</bdi>}</Show>
            </span>
            <Show when={props.isCounted}>
              <LineChanges additions={props.file.additions} deletions={props.file.deletions} />
            </Show>
          </figcaption>
        )}
      </Show>
      {/* biome-ignore lint/a11y/useSemanticElements: what takes the focus needs a name */}
      <div
        class={styles.lines}
        dir="ltr"
        tabindex={SCROLLS}
        role="group"
        aria-label={props.label ?? (props.name ? `Changes in ${props.name}` : "Changes")}
      >
        <div class={styles.table} data-looks={props.looks} style={{ "--digits": digitsOf(lines()) }}>
          <For each={chunks()}>
            {(chunk) => (
              <DiffChunk
                file={props.file.path}
                lines={chunk}
                language={languageOf(props.file.path)}
                late={lines().length > 2 * CHUNK && !revealed()}
              />
            )}
          </For>
        </div>
      </div>
      <Show when={cut()}>
        <ShowAll all={all()} more={`Show all (${lines().length.toLocaleString()} lines)`} onChange={setAll} />
      </Show>
    </figure>
  );
}
