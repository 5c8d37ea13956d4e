import ChevronDown from "lucide-solid/icons/chevron-down";
import ChevronUp from "lucide-solid/icons/chevron-up";
import SearchIcon from "lucide-solid/icons/search";
import X from "lucide-solid/icons/x";
import { Show } from "solid-js";
import type { Fault } from "../../../lib/model";
import { FaultLine } from "../../ui/FaultLine";
import { IconButton } from "../../ui/IconButton";
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
  const isNothing = () => props.find.total() === 0;

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
        <IconButton label="Previous match" size="small" aria-disabled={isNothing()} onClick={() => props.find.step(-1)}>
          <ChevronUp />
        </IconButton>
        <IconButton label="Next match" size="small" aria-disabled={isNothing()} onClick={() => props.find.step(1)}>
          <ChevronDown />
        </IconButton>
        <IconButton label="Close search" size="small" onClick={() => props.onClose()}>
          <X />
        </IconButton>
      </div>
      <FindNote find={props.find} />
      <Show when={props.fault}>{(fault) => <FaultLine fault={fault()} />}</Show>
    </search>
  );
}
