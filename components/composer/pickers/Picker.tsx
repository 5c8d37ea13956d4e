import { Popover } from "@kobalte/core/popover";
import ChevronDown from "lucide-solid/icons/chevron-down";
import { createSignal, type JSX } from "solid-js";
import { OptionList } from "./OptionList";
import type { PickerOption } from "./options";
import styles from "./Picker.module.css";

export interface PickerProps {
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
  onChoose(id: string): void;
  /** Says what can be searched for. */
  hint?: string;
  /** Options that the query itself stands for, e.g. a path. */
  extra?: (query: string) => PickerOption[];
}

/** A small button that opens a list to choose from. */
export function Picker(props: PickerProps) {
  const [open, setOpen] = createSignal(false);
  return (
    <Popover open={open()} onOpenChange={setOpen} placement="top-start" gutter={4} overflowPadding={8}>
      <Popover.Trigger class={styles.trigger} role="combobox" aria-label={props.label} title={props.label}>
        {props.icon}
        <span class={styles.text} dir="auto">
          {props.text}
        </span>
        <ChevronDown />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content class={styles.content} aria-label={props.label}>
          <OptionList
            label={props.label}
            value={props.value}
            options={props.options}
            search={props.search ?? false}
            hint={props.hint ?? "Search"}
            extra={props.extra}
            onChoose={(id) => {
              setOpen(false);
              props.onChoose(id);
            }}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover>
  );
}
