import { createMemo, Index, type JSX, Show } from "solid-js";
import type { Fault } from "../../../lib/model";
import { useApp } from "../../app/context";
import { CommandIcon } from "../../commands/CommandButton";
import { offersOf } from "../../commands/command";
import { find } from "../../commands/list/conversation";
import { FaultLine } from "../../ui/FaultLine";
import { Search as SearchIcon } from "../../ui/icons";
import type { Find } from "./create-find";
import styles from "./FindBar.module.css";

export interface FindBarProps {
  /** What is searched: "Find in …". */
  label: string;
  find: Pick<Find, "query" | "setQuery" | "total" | "step">;
  /** What is found and how far the search is. */
  note: JSX.Element;
  /** Why the reader could not be brought to a hit. */
  fault: Fault | undefined;
  onClose(): void;
  /** Whether its keys are meant when the focus is there; always unless given. */
  isAt?: ((at: Element | null) => boolean) | undefined;
  ref(input: HTMLInputElement): void;
}

/** Where one types what is looked for in a session or a file, goes from hit to hit, and sees how far the search is. */
export function FindBar(props: FindBarProps) {
  const { commands } = useApp();
  const isNothing = createMemo(() => props.find.total() === 0);
  const offers = createMemo(() => {
    const subject = { step: isNothing() ? undefined : props.find.step, close: () => props.onClose() };
    return offersOf(find, subject).map((offer) => ({ ...offer, of: props.label }));
  });
  commands.offer((at) => (props.isAt?.(at) === false ? [] : offers()));

  function onKeyDown(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === "Escape") props.onClose();
    else if (event.key === "Enter" && event.target instanceof HTMLInputElement)
      props.find.step(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    // A sheet would close as well.
    event.stopPropagation();
  }

  return (
    <search class={styles.bar} aria-label={props.label} onKeyDown={onKeyDown}>
      <div class={styles.row}>
        <label class={styles.field}>
          <SearchIcon />
          <input
            ref={props.ref}
            type="search"
            class={styles.input}
            aria-label={props.label}
            placeholder={props.label}
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
      {props.note}
      <Show when={props.fault}>{(fault) => <FaultLine fault={fault()} />}</Show>
    </search>
  );
}
