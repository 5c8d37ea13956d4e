import { type JSX, Show } from "solid-js";
import type { ToolInput } from "../../lib/model";
import { Arguments } from "./Arguments";
import { LongText } from "./LongText";
import { textOf } from "./tool";

export interface GivenProps {
  input: ToolInput;
  /** Fields that say what was asked; the first that is there. */
  names: readonly string[];
  /** What that text is called; without it, it is shown elsewhere. */
  label?: string;
}

/** What a call was asked: one text, or all that the model has written where that text is missing or something else. */
export function Given(props: GivenProps): JSX.Element {
  const text = () => textOf(props.input, ...props.names);
  return (
    <Show
      when={text()}
      fallback={
        <Show when={Object.keys(props.input).length > 0}>
          <Arguments input={props.input} />
        </Show>
      }
    >
      {(found) => <Show when={props.label}>{(label) => <LongText label={label()} text={found()} />}</Show>}
    </Show>
  );
}
