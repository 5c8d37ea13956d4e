import { type JSX, Show } from "solid-js";
import type { PickerId } from "../../commands/list/composer";
import { OptionList } from "./OptionList";
import type { PickerOption } from "./options";
import styles from "./Picker.module.css";
import { PickerFrame } from "./PickerFrame";

export interface PickerProps {
  /** The command that opens it. */
  command: PickerId;
  /** What is chosen here: "Agent". */
  label: string;
  /** The chosen one, as the button shows it. */
  text: string;
  icon?: JSX.Element;
  /** Id of the chosen option. */
  value: string;
  options: readonly PickerOption[];
  /** Shows a field to search in. */
  search?: boolean;
  /** What can be done besides choosing. */
  foot?: (close: () => void) => JSX.Element;
  onChoose(id: string): void;
  /** Says what can be searched for. */
  hint?: string;
  /** Options that the query itself stands for, e.g. a path. */
  extra?: (query: string) => PickerOption[];
}

/** A small button that opens a list to choose from. */
export function Picker(props: PickerProps) {
  return (
    <PickerFrame command={props.command} label={props.label} text={props.text} icon={props.icon}>
      {(close) => (
        <>
          <OptionList
            label={props.label}
            value={props.value}
            options={props.options}
            search={props.search ?? false}
            hint={props.hint ?? "Search"}
            extra={props.extra}
            onChoose={(id) => {
              close();
              props.onChoose(id);
            }}
          />
          <Show when={props.foot}>{(foot) => <div class={styles.foot}>{foot()(close)}</div>}</Show>
        </>
      )}
    </PickerFrame>
  );
}
