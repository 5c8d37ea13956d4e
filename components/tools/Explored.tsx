import { createComputed, createEffect, createMemo, For, type JSX, on, Show } from "solid-js";
import type { PartId } from "../../lib/model";
import { Eye } from "../ui/icons";
import { StateMark } from "../ui/StateMark";
import styles from "./Explored.module.css";
import { Fold } from "./Fold";
import { useUnfolded } from "./unfolded";

export interface ExploredProps {
  ids: readonly PartId[];
  /** What they looked at, e.g. "4 files, 2 searches". */
  words: string;
  /** What is being looked at right now; `undefined` when all are done. */
  now: string | undefined;
  children(id: PartId): JSX.Element;
}

/** Neighbouring calls that only look around, as one line that opens to each; one alone has its own line. */
export function Explored(props: ExploredProps) {
  const unfolded = useUnfolded();
  // Asked again with every call that joins: the line of the only one must not be made anew.
  const first = createMemo(() => props.ids[0] ?? "");
  const isGroup = createMemo(() => props.ids.length > 1);
  let box: HTMLDivElement | undefined;
  let hadFocus = false;
  // When others join the only call, its line goes, and the focus must not go with it; nor what was opened.
  createComputed(on(isGroup, () => (hadFocus = box?.contains(document.activeElement) === true), { defer: true }));
  createEffect(
    on(isGroup, () => {
      if (hadFocus) box?.querySelector<HTMLElement>("[data-fold]")?.focus({ preventScroll: true });
      hadFocus = false;
    }),
  );
  return (
    <div ref={box} class={styles.run}>
      <Show when={isGroup()} fallback={props.children(first())}>
        <Fold
          class={styles.explored}
          isOpen={unfolded.calls.get(first()) || props.ids.some((id) => unfolded.groups.get(id))}
          onToggle={(open) => {
            for (const id of props.ids) unfolded.groups.set(id, open);
          }}
          head={
            <Show
              when={props.now !== undefined}
              fallback={
                <>
                  <Eye />
                  <span class={styles.words}>Explored {props.words}</span>
                </>
              }
            >
              <StateMark mark="working" />
              <span class={styles.words}>Exploring {props.words}</span>
              <bdi class={styles.now}>{props.now}</bdi>
            </Show>
          }
        >
          <div class={styles.calls}>
            <For each={props.ids}>{(id) => props.children(id)}</For>
          </div>
        </Fold>
      </Show>
    </div>
  );
}
