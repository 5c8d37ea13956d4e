import { Popover } from "@kobalte/core/popover";
import { createSignal, type JSX } from "solid-js";
import { useApp } from "../../app/context";
import { hintOf } from "../../commands/CommandButton";
import { offersOf } from "../../commands/command";
import { type PickerId, pickers } from "../../commands/list/composer";
import { ChevronDown } from "../../ui/icons";
import styles from "./Picker.module.css";

export interface PickerFrameProps {
  /** The command that opens it. */
  command: PickerId;
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
  const { commands } = useApp();
  const [open, setOpen] = createSignal(false);
  commands.offer(() => offersOf(pickers, { id: props.command, current: props.text, open: () => void setOpen(true) }));
  return (
    <Popover open={open()} onOpenChange={setOpen} placement="top-start" gutter={4} overflowPadding={8}>
      <Popover.Trigger
        class={styles.trigger}
        data-command={props.command}
        role="combobox"
        aria-label={props.label}
        title={hintOf(`${props.label}: ${props.text}`, commands.shown(props.command))}
        aria-keyshortcuts={commands.aria(props.command)}
      >
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
