import { createSignal, For, type JSX, Show } from "solid-js";
import type { ToolInput } from "../../lib/model";
import styles from "./Arguments.module.css";
import { shortened } from "./excerpt";
import { LongText } from "./LongText";
import { useRevealed } from "./reveal";
import { ShowAll } from "./ShowAll";

/** Longer values get the whole width, below their names. */
const SHORT = 60;
/** Arguments that are shown before all are asked for. */
const FIRST = 30;

function valueText(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value, undefined, 2) ?? String(value));
}

const isShort = (value: string): boolean => value.length <= SHORT && !value.includes("\n");

/** What a tool was called with: names and values. */
export function Arguments(props: { input: ToolInput }): JSX.Element {
  const [all, setAll] = createSignal(false);
  const revealed = useRevealed();
  const names = () => Object.keys(props.input);
  const isCut = () => names().length > FIRST + 2;
  const entries = () =>
    names()
      .slice(0, isCut() && !all() && !revealed() ? FIRST : undefined)
      .map((name) => ({ name, value: valueText(props.input[name]) }));
  return (
    <Show when={entries().length > 0} fallback={<p>No input</p>}>
      <dl class={styles.arguments}>
        <For each={entries()}>
          {({ name, value }) => (
            <>
              <dt class={styles.name} dir="auto">
                {shortened(name)}
              </dt>
              <Show
                when={isShort(value)}
                fallback={
                  <dd class={styles.long}>
                    <LongText label={shortened(name)} text={value} maxLines={6} />
                  </dd>
                }
              >
                <dd class={styles.value} dir="auto">
                  {value}
                </dd>
              </Show>
            </>
          )}
        </For>
      </dl>
      <Show when={isCut()}>
        <ShowAll all={all()} more={`Show all (${names().length.toLocaleString()} arguments)`} onChange={setAll} />
      </Show>
    </Show>
  );
}
