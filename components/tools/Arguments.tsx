import { For, type JSX, Show } from "solid-js";
import type { ToolInput } from "../../lib/model";
import styles from "./Arguments.module.css";
import { LongText } from "./LongText";

/** Longer values get the whole width, below their names. */
const SHORT = 60;

function valueText(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value, undefined, 2) ?? String(value));
}

const isShort = (value: string): boolean => value.length <= SHORT && !value.includes("\n");

/** What a tool was called with: names and values. */
export function Arguments(props: { input: ToolInput }): JSX.Element {
  const entries = () => Object.entries(props.input).map(([name, value]) => ({ name, value: valueText(value) }));
  return (
    <Show when={entries().length > 0} fallback={<p>No input</p>}>
      <dl class={styles.arguments}>
        <For each={entries()}>
          {({ name, value }) => (
            <>
              <dt class={styles.name} dir="auto">
                {name}
              </dt>
              <Show
                when={isShort(value)}
                fallback={
                  <dd class={styles.long}>
                    <LongText label={name} text={value} maxLines={6} />
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
    </Show>
  );
}
