import { Popover } from "@kobalte/core/popover";
import { createSignal, type JSX } from "solid-js";
import { ChevronDown } from "../../ui/icons";
import styles from "./Picker.module.css";

export interface PickerFrameProps {
  /** What is chosen here: "Agent". */
  label: string;
  /** The chosen one, as the button shows it. */
  text: string;
  icon?: JSX.Element;
  /** What opens; made anew each time. */
  children(close: () => void): JSX.Element;
}

/** A small button that says what is chosen, and the sheet that it opens to choose another. */
export function PickerFrame(props: PickerFrameProps) {
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
          {props.children(() => setOpen(false))}
        </Popover.Content>
      </Popover.Portal>
    </Popover>
  );
}
