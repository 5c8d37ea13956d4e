import { createSignal, createUniqueId, For, Show } from "solid-js";
import { storedUndoTime, UNDO_SECONDS, type UndoSeconds } from "../../lib/storage/undo-time";
import { createAction } from "../ui/action";
import { FaultLine } from "../ui/FaultLine";
import input from "../ui/input.module.css";
import styles from "./Settings.module.css";

const WORDS: Record<UndoSeconds, string> = { 10: "10 seconds", 30: "30 seconds", 120: "2 minutes" };

/** How long a deleted session can be had back. */
export function UndoTime() {
  const id = createUniqueId();
  const [seconds, setSeconds] = createSignal<UndoSeconds>();
  void storedUndoTime.load().then(({ value }) => setSeconds((chosen) => chosen ?? value.seconds));
  const save = createAction(storedUndoTime.save);

  function choose(words: string): void {
    const chosen = UNDO_SECONDS.find((one) => `${one}` === words);
    if (chosen === undefined) return;
    setSeconds(chosen);
    void save.run({ seconds: chosen });
  }

  return (
    <section class={styles.section}>
      <h2 class={styles.heading}>Deleted sessions</h2>
      <Show when={seconds()}>
        {(held) => (
          <div class={styles.choice}>
            <label for={id}>Can be had back for</label>
            <select
              id={id}
              class={`${input.input} ${styles.select}`}
              value={held()}
              onChange={(event) => choose(event.currentTarget.value)}
            >
              <For each={UNDO_SECONDS}>{(one) => <option value={one}>{WORDS[one]}</option>}</For>
            </select>
          </div>
        )}
      </Show>
      <p class={styles.text}>And for as long as the pointer or the focus is on “Undo”.</p>
      <Show when={save.fault()}>{(fault) => <FaultLine fault={fault()} doing="Not saved" />}</Show>
    </section>
  );
}
