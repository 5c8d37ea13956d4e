import { Dialog } from "@kobalte/core/dialog";
import type { JSX } from "solid-js";
import { openerOf } from "../../ui/opener";
import type { Entry } from "./entries";
import styles from "./Palette.module.css";

export interface PaletteDialogProps {
  title: string;
  onClose(): void;
  onKeyDown?: ((event: KeyboardEvent) => void) | undefined;
  children(choose: (entry: Entry) => void): JSX.Element;
}

/** Where one of many is found by a few letters. What is chosen is done where the focus was. */
export function PaletteDialog(props: PaletteDialogProps): JSX.Element {
  const opener = openerOf(document.activeElement);
  let chosen: Entry | undefined;

  function choose(entry: Entry): void {
    if (entry.atOnce) entry.run();
    else chosen = entry;
    props.onClose();
  }

  return (
    <Dialog open onOpenChange={() => props.onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay class={styles.overlay} />
        <div class={styles.place}>
          <Dialog.Content
            class={styles.dialog}
            onKeyDown={(event) => props.onKeyDown?.(event)}
            onCloseAutoFocus={(event) => {
              event.preventDefault();
              opener?.()?.focus({ preventScroll: true });
              chosen?.run();
            }}
          >
            <Dialog.Title class={styles.title}>{props.title}</Dialog.Title>
            {props.children(choose)}
          </Dialog.Content>
        </div>
      </Dialog.Portal>
    </Dialog>
  );
}
