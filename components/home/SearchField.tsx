import { Show } from "solid-js";
import { useApp } from "../app/context";
import { hintOf } from "../commands/CommandButton";
import { IconButton } from "../ui/IconButton";
import { Search as SearchIcon, X } from "../ui/icons";
import styles from "./SearchField.module.css";
import type { Search } from "./search";

/** A magnifier that is the field itself: it opens with the focus and closes when it is left empty. */
export function SearchField(props: { search: Search }) {
  const { commands } = useApp();
  let input: HTMLInputElement | undefined;
  const clear = () => {
    props.search.setQuery("");
    input?.focus();
  };
  return (
    <search class={styles.search} data-filled={props.search.query() ? "" : undefined}>
      <span class={styles.icon}>
        <SearchIcon />
      </span>
      <input
        ref={(element) => {
          input = element;
        }}
        type="search"
        class={styles.input}
        aria-label="Search sessions"
        title={hintOf("Search sessions", commands.shown("go.search"))}
        aria-keyshortcuts={commands.aria("go.search")}
        placeholder="Search sessions"
        autocomplete="off"
        spellcheck={false}
        value={props.search.query()}
        onInput={(event) => props.search.setQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          event.preventDefault();
          if (props.search.query()) props.search.setQuery("");
          else event.currentTarget.blur();
        }}
      />
      <Show when={props.search.query()}>
        <IconButton label="Clear search" size="small" class={styles.clear} onClick={clear}>
          <X />
        </IconButton>
      </Show>
    </search>
  );
}
