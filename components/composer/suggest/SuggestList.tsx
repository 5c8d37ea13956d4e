import { For, Show } from "solid-js";
import { linesInWords } from "../../../lib/model";
import { keepInView } from "../../ui/keep-in-view";
import { counted } from "../../ui/numbers";
import { VisuallyHidden } from "../../ui/VisuallyHidden";
import type { Suggest } from "./create-suggest";
import styles from "./SuggestList.module.css";
import type { Suggestion } from "./suggestions";

/** Said of what is neither a command nor a file. */
const KINDS: Partial<Record<Suggestion["kind"], string>> = {
  skill: "Skill",
  mcp: "MCP",
  agent: "Agent",
  resource: "MCP",
  tab: "Tab",
};

const COMMANDS: ReadonlySet<Suggestion["kind"]> = new Set(["command", "skill", "mcp", "action"] as const);
const TABS: ReadonlySet<Suggestion["kind"]> = new Set(["tab", "ask-for-tabs"] as const);

/** The list above the text; it is walked through by the text's own keys. */
export function SuggestList(props: { suggest: Suggest }) {
  let list: HTMLElement | undefined;
  const label = () => {
    const kinds = props.suggest.items().map(({ kind }) => kind);
    if (kinds.some((kind) => COMMANDS.has(kind))) return "Commands";
    const others = [
      ...(kinds.includes("resource") ? ["resources"] : []),
      ...(kinds.some((kind) => TABS.has(kind)) ? ["tabs"] : []),
    ];
    return ["Files", "agents", ...others].join(", ").replace(/, (\w+)$/, " and $1");
  };
  keepInView(
    () => list,
    () => (props.suggest.isOpen() ? props.suggest.optionId(props.suggest.at()) : undefined),
  );
  return (
    <Show when={props.suggest.isOpen()}>
      <div
        ref={(element) => {
          list = element;
        }}
        id={props.suggest.listId}
        class={styles.list}
        role="listbox"
        aria-label={label()}
        // A press takes an option, and leaves the focus where it is.
        onPointerDown={(event) => event.preventDefault()}
        onMouseDown={(event) => event.preventDefault()}
      >
        <For each={props.suggest.items()}>
          {(item, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled where the focus is
            // biome-ignore lint/a11y/useFocusableInteractive: the highlight is told by aria-activedescendant
            <div
              id={props.suggest.optionId(index())}
              class={styles.option}
              role="option"
              aria-selected={index() === props.suggest.at()}
              data-at={index() === props.suggest.at() ? "" : undefined}
              title={item.note ?? item.word}
              onClick={() => props.suggest.take(item)}
              onPointerMove={() => props.suggest.setAt(index())}
            >
              <span class={styles.label}>
                <bdi>{item.label}</bdi>
                <Show when={item.lines}>{(lines) => <bdi class={styles.lines}>#{lines()}</bdi>}</Show>
              </span>
              <Show when={item.aside}>{(aside) => <bdi class={styles.aside}>{aside()}</bdi>}</Show>
              <Show when={item.lines ? linesInWords(item.lines) : KINDS[item.kind]}>
                {(kind) => <span class={styles.kind}>{kind()}</span>}
              </Show>
              <Show when={item.note}>
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
      <VisuallyHidden>
        <span role="status">{counted(props.suggest.items().length, "suggestion")}</span>
      </VisuallyHidden>
    </Show>
  );
}
