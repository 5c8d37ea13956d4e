import Wrench from "lucide-solid/icons/wrench";
import { For, Show } from "solid-js";
import type { ToolInput } from "../../../lib/model";
import { LongText } from "../LongText";
import { firstLine, outputOf, type ToolRenderer, textOf } from "../tool";
import styles from "./fallback.module.css";

/** Input fields that most often say what a call is about. */
const TELLING = ["description", "title", "query", "url", "filePath", "path", "name", "command", "pattern"];

function valueText(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value, undefined, 2) ?? String(value));
}

function entriesOf(input: ToolInput): { name: string; value: string }[] {
  return Object.entries(input).map(([name, value]) => ({ name, value: valueText(value) }));
}

/** Tools nobody has drawn yet, MCP servers' among them: input as names and values, output as text. */
export const fallback: ToolRenderer = {
  tools: [],
  summary(part) {
    const about = firstLine(textOf(part.state.input, ...TELLING));
    return {
      icon: Wrench,
      verb: { base: "Use", doing: "Using", done: "Used" },
      subject: part.tool,
      code: true,
      ...(about ? { note: about } : {}),
    };
  },
  Detail: (props) => (
    <>
      <Show when={entriesOf(props.part.state.input).length > 0} fallback={<p>No input</p>}>
        <dl class={styles.list}>
          <For each={entriesOf(props.part.state.input)}>
            {(entry) => (
              <>
                <dt>{entry.name}</dt>
                <dd>
                  <LongText label={entry.name} text={entry.value} maxLines={6} />
                </dd>
              </>
            )}
          </For>
        </dl>
      </Show>
      <Show when={outputOf(props.part)}>
        {(output) => (
          <LongText
            label={props.part.state.status === "error" ? "Error" : "Output"}
            text={output()}
            {...(props.part.state.status === "error" ? { tone: "bad" as const } : {})}
          />
        )}
      </Show>
    </>
  ),
};
