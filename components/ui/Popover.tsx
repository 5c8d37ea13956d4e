import { Popover as Kobalte } from "@kobalte/core/popover";
import type { JSX, ParentProps } from "solid-js";
import styles from "./Popover.module.css";

export interface PopoverProps {
  /** Accessible name of what opens. */
  title: string;
  /** What is on the button. */
  trigger: JSX.Element;
  triggerClass?: string | undefined;
  /** Accessible name of the button where its content does not say enough. */
  triggerLabel?: string | undefined;
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
}

/** A small sheet under a button, for content richer than a menu. Escape and a click outside close it. */
export function Popover(props: ParentProps<PopoverProps>) {
  let content: HTMLElement | undefined;
  return (
    <Kobalte
      placement="bottom-start"
      gutter={4}
      overflowPadding={8}
      {...(props.open === undefined ? {} : { open: props.open })}
      onOpenChange={(open) => props.onOpenChange?.(open)}
    >
      <Kobalte.Trigger class={props.triggerClass} aria-label={props.triggerLabel}>
        {props.trigger}
      </Kobalte.Trigger>
      <Kobalte.Portal>
        <Kobalte.Content
          ref={(element) => {
            content = element;
          }}
          class={styles.popover}
          aria-label={props.title}
          onOpenAutoFocus={(event) => {
            // The sheet itself, not its first button: what it says comes before what it does.
            event.preventDefault();
            content?.focus();
          }}
        >
          {props.children}
        </Kobalte.Content>
      </Kobalte.Portal>
    </Kobalte>
  );
}
