import { createMemo, createSignal, createUniqueId, For, onMount, Show } from "solid-js";
import { Check } from "../../ui/icons";
import { keepInView } from "../../ui/keep-in-view";
import { grouped, matching, moved, type PickerOption } from "./options";
import styles from "./Picker.module.css";

export interface OptionListProps {
  label: string;
  value: string;
  options: readonly PickerOption[];
  search: boolean;
  hint: string;
  extra: ((query: string) => PickerOption[]) | undefined;
  onChoose(id: string): void;
}

/** A list to choose from by pointer or keyboard; the focus stays on the search field, or on the list without one. */
export function OptionList(props: OptionListProps) {
  const base = createUniqueId();
  const [query, setQuery] = createSignal("");
  const groups = createMemo(() => grouped([...matching(props.options, query()), ...(props.extra?.(query()) ?? [])]));
  const flat = createMemo(() => groups().flatMap((group) => group.options));
  const [at, setAt] = createSignal(
    Math.max(
      0,
      props.options.findIndex((option) => option.id === props.value),
    ),
  );
  const idOf = (option: PickerOption | undefined) => (option ? `${base}-${option.id}` : undefined);
  let focusable: HTMLElement | undefined;
  let list: HTMLElement | undefined;

  onMount(() => focusable?.focus());
  keepInView(
    () => list,
    () => idOf(flat()[at()]),
  );

  function onKeyDown(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const inText = props.search && (event.key === "Home" || event.key === "End");
    const next = inText ? undefined : moved(event.key, at(), flat().length);
    if (next !== undefined) {
      event.preventDefault();
      setAt(next);
    } else if (event.key === "Enter" || (event.key === " " && !props.search)) {
      event.preventDefault();
      const option = flat()[at()];
      if (option) props.onChoose(option.id);
    } else if (!props.search && event.key.length === 1) {
      const found = flat().findIndex((option) => option.label.toLowerCase().startsWith(event.key.toLowerCase()));
      if (found >= 0) setAt(found);
    }
  }

  return (
    <>
      <Show when={props.search}>
        <input
          ref={(element) => {
            focusable = element;
          }}
          class={styles.search}
          type="text"
          role="combobox"
          aria-label={`Search: ${props.label}`}
          aria-expanded="true"
          aria-controls={`${base}-list`}
          aria-activedescendant={idOf(flat()[at()])}
          aria-autocomplete="list"
          autocomplete="off"
          spellcheck={false}
          placeholder={props.hint}
          value={query()}
          onInput={(event) => {
            setQuery(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
      </Show>
      <div
        ref={(element) => {
          list = element;
          if (!props.search) focusable = element;
        }}
        id={`${base}-list`}
        class={styles.list}
        role="listbox"
        aria-label={props.label}
        tabIndex={props.search ? -1 : 0}
        aria-activedescendant={props.search ? undefined : idOf(flat()[at()])}
        onKeyDown={(event) => {
          if (!props.search) onKeyDown(event);
        }}
      >
        <For each={groups()}>
          {(group) => (
            // biome-ignore lint/a11y/useSemanticElements: a listbox has no element for its groups
            <div role="group" aria-label={group.name || props.label}>
              <Show when={group.name}>
                <div class={styles.group} aria-hidden="true">
                  {group.name}
                </div>
              </Show>
              <For each={group.options}>
                {(option) => (
                  // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled where the focus is
                  // biome-ignore lint/a11y/useFocusableInteractive: the highlight is told by aria-activedescendant
                  <div
                    id={idOf(option)}
                    class={styles.option}
                    role="option"
                    aria-selected={option.id === props.value}
                    data-at={option === flat()[at()] ? "" : undefined}
                    onClick={() => props.onChoose(option.id)}
                    onPointerMove={() => setAt(flat().indexOf(option))}
                  >
                    <span class={styles.label} dir="auto">
                      {option.label}
                    </span>
                    <Show when={option.id === props.value}>
                      <span class={styles.check}>
                        <Check />
                      </span>
                    </Show>
                    <Show when={option.note}>
                      {(note) => (
                        <span class={styles.note} dir="auto">
                          {note()}
                        </span>
                      )}
                    </Show>
                  </div>
                )}
              </For>
            </div>
          )}
        </For>
      </div>
      <Show when={flat().length === 0}>
        <p class={styles.none}>Nothing found</p>
      </Show>
    </>
  );
}
