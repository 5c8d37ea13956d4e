import { createEffect, createMemo, createSignal, createUniqueId, For, type JSX, onMount, Show } from "solid-js";
import { moved } from "../../composer/pickers/options";
import { keepInView } from "../../ui/keep-in-view";
import type { Entry, EntryGroup } from "./entries";
import styles from "./Palette.module.css";

export interface PaletteListProps {
  /** What is searched: the name of the field. */
  label: string;
  listLabel: string;
  /** Why the list is empty; nothing found unless given. */
  empty?: JSX.Element;
  groups: readonly EntryGroup[];
  query: string;
  onQuery(query: string): void;
  onChoose(entry: Entry): void;
}

/** A field to search in and the list of what was found; the focus stays in the field. */
export function PaletteList(props: PaletteListProps) {
  const base = createUniqueId();
  const flat = createMemo(() => props.groups.flatMap((group) => group.entries));
  const [wanted, setAt] = createSignal(0);
  const at = () => Math.min(wanted(), Math.max(0, flat().length - 1));
  const current = () => flat()[at()];
  const idOf = (entry: Entry | undefined) => (entry ? `${base}-${entry.id}` : undefined);
  let field: HTMLInputElement | undefined;
  let list: HTMLElement | undefined;

  onMount(() => field?.focus());
  createEffect(() => {
    // With the name of its group, for the first.
    if (at() === 0) list?.scrollTo({ top: 0 });
  });
  keepInView(
    () => list,
    () => (at() === 0 ? undefined : idOf(current())),
  );

  function choose(entry: Entry | undefined): void {
    if (entry && !entry.disabled) props.onChoose(entry);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const inText = event.key === "Home" || event.key === "End";
    const next = inText || event.altKey ? undefined : moved(event.key, at(), flat().length);
    if (next !== undefined) setAt(next);
    else if (event.key === "Enter") choose(current());
    else return;
    event.preventDefault();
  }

  return (
    <>
      <input
        ref={(element) => {
          field = element;
        }}
        class={styles.search}
        type="text"
        role="combobox"
        aria-label={props.label}
        aria-expanded="true"
        aria-controls={`${base}-list`}
        aria-activedescendant={idOf(current())}
        aria-autocomplete="list"
        autocomplete="off"
        spellcheck={false}
        placeholder={props.label}
        value={props.query}
        onInput={(event) => {
          setAt(0);
          props.onQuery(event.currentTarget.value);
        }}
        onKeyDown={onKeyDown}
      />
      <div
        ref={(element) => {
          list = element;
        }}
        id={`${base}-list`}
        class={styles.list}
        role="listbox"
        aria-label={props.listLabel}
        tabIndex={-1}
      >
        <For each={props.groups}>
          {(group) => (
            // biome-ignore lint/a11y/useSemanticElements: a listbox has no element for its groups
            <div role="group" aria-label={group.name}>
              <div class={styles.group} aria-hidden="true">
                {group.name}
              </div>
              <For each={group.entries}>
                {(entry) => (
                  // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled where the focus is
                  // biome-ignore lint/a11y/useFocusableInteractive: the highlight is told by aria-activedescendant
                  <div
                    id={idOf(entry)}
                    class={styles.option}
                    role="option"
                    aria-selected={entry === current()}
                    data-at={entry === current() ? "" : undefined}
                    aria-disabled={entry.disabled ? true : undefined}
                    data-danger={entry.danger ? "" : undefined}
                    onClick={() => choose(entry)}
                    onPointerMove={() => setAt(flat().indexOf(entry))}
                  >
                    <Show when={entry.icon} fallback={<span />}>
                      {(icon) => icon()()}
                    </Show>
                    <span class={styles.label} dir="auto">
                      {entry.label}
                    </span>
                    <Show when={entry.disabled ?? entry.note}>
                      {(note) => (
                        <span class={styles.note} dir="auto">
                          {note()}
                        </span>
                      )}
                    </Show>
                    <Show when={entry.key}>{(key) => <kbd class={styles.key}>{key()}</kbd>}</Show>
                  </div>
                )}
              </For>
            </div>
          )}
        </For>
      </div>
      <p class={flat().length === 0 ? styles.none : styles.quiet} role="status">
        {flat().length === 0 ? (props.empty ?? "Nothing found") : ""}
      </p>
    </>
  );
}
