import { createMemo, Index, Show } from "solid-js";
import type { Fault } from "../../../lib/model";
import { useApp } from "../../app/context";
import { CommandIcon } from "../../commands/CommandButton";
import { offersOf } from "../../commands/command";
import { find } from "../../commands/list/conversation";
import { FaultLine } from "../../ui/FaultLine";
import { Search as SearchIcon } from "../../ui/icons";
import type { Find } from "./create-find";
import styles from "./FindBar.module.css";
import { FindNote } from "./FindNote";

export interface FindBarProps {
  find: Find;
  /** Why the reader could not be brought to a hit. */
  fault: Fault | undefined;
  onClose(): void;
  ref(input: HTMLInputElement): void;
}

/** Where one types what is looked for in a session, goes from hit to hit, and sees how far the search is. */
export function FindBar(props: FindBarProps) {
  const { commands } = useApp();
  const isNothing = createMemo(() => props.find.total() === 0);
  const offers = createMemo(() =>
    offersOf(find, { step: isNothing() ? undefined : props.find.step, close: () => props.onClose() }),
  );
  commands.offer(offers);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === "Escape") props.onClose();
    else if (event.key === "Enter" && event.target instanceof HTMLInputElement)
      props.find.step(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
  }

  return (
    <search class={styles.bar} aria-label="Find in session" onKeyDown={onKeyDown}>
      <div class={styles.row}>
        <label class={styles.field}>
          <SearchIcon />
          <input
            ref={props.ref}
            type="search"
            class={styles.input}
            aria-label="Find in session"
            placeholder="Find in session"
            autocomplete="off"
            spellcheck={false}
            maxLength={1_000}
            value={props.find.query()}
            onInput={(event) => props.find.setQuery(event.currentTarget.value)}
          />
        </label>
        {/* By place: a button that can be used again keeps the focus. */}
        <Index each={offers()}>{(offer) => <CommandIcon size="small" offer={offer()} />}</Index>
      </div>
      <FindNote find={props.find} />
      <Show when={props.fault}>{(fault) => <FaultLine fault={fault()} />}</Show>
    </search>
  );
}
