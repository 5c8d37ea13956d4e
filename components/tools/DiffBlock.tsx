import { createComputed, createMemo, createSignal, For, type JSX, Show } from "solid-js";
import styles from "./DiffBlock.module.css";
import { type DiffLine, parseDiff } from "./diff";
import { useRevealed } from "./reveal";
import { ShowAll } from "./ShowAll";

const SIGNS: Record<DiffLine["kind"], string> = { same: " ", added: "+", removed: "−", skip: "⋯" };

/** A box that scrolls must be reachable by keyboard. */
const SCROLLS = 0;

/** A unified diff with line numbers; its first 14 lines until all are asked for. */
export function DiffBlock(props: { diff: string; path?: string; maxLines?: number }): JSX.Element {
  const [all, setAll] = createSignal(false);
  const revealed = useRevealed();
  createComputed(() => {
    if (revealed()) setAll(true);
  });
  const lines = createMemo(() => parseDiff(props.diff));
  const limit = () => props.maxLines ?? 14;
  const cut = () => lines().length > limit() + 2;
  return (
    <figure class={styles.diff}>
      <Show when={props.path}>
        {(path) => (
          <figcaption class={styles.caption}>
            <bdi>{path()}</bdi>
          </figcaption>
        )}
      </Show>
      {/* biome-ignore lint/a11y/useSemanticElements: what takes the focus needs a name */}
      <div
        class={styles.lines}
        dir="ltr"
        tabindex={SCROLLS}
        role="group"
        aria-label={props.path ? `Changes in ${props.path}` : "Changes"}
      >
        <div class={styles.table}>
          <For each={cut() && !all() ? lines().slice(0, limit()) : lines()}>
            {(line) => (
              <div class={styles.line} data-kind={line.kind}>
                <span class={styles.number}>{line.number ?? ""}</span>
                <span class={styles.sign}>{SIGNS[line.kind]}</span>
                <span>{line.text}</span>
              </div>
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
