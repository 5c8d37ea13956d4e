import { createUniqueId, For, Show } from "solid-js";
import { REASONING, type ReadingChoices, type ReasoningChoice } from "../../lib/storage/reading";
import { useApp } from "../app/context";
import { createAction } from "../ui/action";
import { Checkbox } from "../ui/Checkbox";
import { FaultLine } from "../ui/FaultLine";
import input from "../ui/input.module.css";
import styles from "./Settings.module.css";

const WORDS: Record<ReasoningChoice, string> = { unfolded: "Unfolded", folded: "Folded", hidden: "Hidden" };

/** How conversations are read: what of them stands unfolded. */
export function ConversationSettings() {
  const { reading } = useApp();
  const id = createUniqueId();
  const save = createAction(reading.choose);
  const change = (fields: Partial<ReadingChoices>) => void save.run({ ...reading.choices(), ...fields });

  function chooseReasoning(words: string): void {
    const chosen = REASONING.find((one) => one === words);
    if (chosen !== undefined) change({ reasoning: chosen });
  }

  return (
    <section class={styles.section}>
      <h2 class={styles.heading}>Conversations</h2>
      <div class={styles.choice}>
        <label for={id}>What models think</label>
        <select
          id={id}
          class={`${input.input} ${styles.select}`}
          value={reading.choices().reasoning}
          onChange={(event) => chooseReasoning(event.currentTarget.value)}
        >
          <For each={REASONING}>{(one) => <option value={one}>{WORDS[one]}</option>}</For>
        </select>
      </div>
      <Checkbox
        label="Unfold the output of commands"
        checked={reading.choices().shell}
        onChange={(shell) => change({ shell })}
      />
      <Checkbox
        label="Unfold the changes of edits"
        checked={reading.choices().edits}
        onChange={(edits) => change({ edits })}
      />
      <Show when={save.fault()}>{(fault) => <FaultLine fault={fault()} doing="Not saved" />}</Show>
    </section>
  );
}
