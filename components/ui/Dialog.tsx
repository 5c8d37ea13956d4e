import { Dialog as Kobalte } from "@kobalte/core/dialog";
import { type ParentProps, Show } from "solid-js";
import { Button } from "./Button";
import styles from "./Dialog.module.css";
import iconButton from "./IconButton.module.css";
import { X } from "./icons";

export interface DialogProps {
  open: boolean;
  onOpenChange(open: boolean): void;
  title: string;
  /** What has the focus first, a field with its text selected; else it is the first thing that can have it. */
  first?: (() => HTMLElement | undefined) | undefined;
}

/** A modal sheet with a title and a close button. It holds the focus and gives it back. */
export function Dialog(props: ParentProps<DialogProps>) {
  return (
    <Kobalte open={props.open} onOpenChange={(open) => props.onOpenChange(open)}>
      <Kobalte.Portal>
        <Kobalte.Overlay class={styles.overlay} />
        <div class={styles.place}>
          <Kobalte.Content
            class={styles.dialog}
            onOpenAutoFocus={(event) => {
              const first = props.first?.();
              if (!first) return;
              event.preventDefault();
              first.focus();
              if (first instanceof HTMLInputElement) first.select();
            }}
          >
            <header class={styles.header}>
              <Kobalte.Title class={styles.title}>{props.title}</Kobalte.Title>
              <Kobalte.CloseButton class={iconButton.button} aria-label="Close" title="Close">
                <X />
              </Kobalte.CloseButton>
            </header>
            {props.children}
          </Kobalte.Content>
        </div>
      </Kobalte.Portal>
    </Kobalte>
  );
}

export interface ConfirmDialogProps {
  open: boolean;
  onOpenChange(open: boolean): void;
  /** The question. */
  title: string;
  /** What will happen. */
  text: string;
  /** The word on the button that does it. */
  confirm: string;
  danger?: boolean;
  onConfirm(): void;
}

/** Asks before something that cannot be taken back. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  let cancel: HTMLElement | undefined;
  let confirm: HTMLElement | undefined;
  return (
    <Dialog
      open={props.open}
      onOpenChange={(open) => props.onOpenChange(open)}
      title={props.title}
      first={() => (props.danger ? cancel : confirm)}
    >
      <Show when={props.text}>
        <p class={styles.text}>{props.text}</p>
      </Show>
      <div class={styles.actions}>
        <Button ref={(element) => (cancel = element)} onClick={() => props.onOpenChange(false)}>
          Cancel
        </Button>
        <Button
          ref={(element) => (confirm = element)}
          variant={props.danger ? "danger" : "primary"}
          onClick={() => {
            props.onOpenChange(false);
            props.onConfirm();
          }}
        >
          {props.confirm}
        </Button>
      </div>
    </Dialog>
  );
}
