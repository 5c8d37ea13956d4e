import { Dialog as Kobalte } from "@kobalte/core/dialog";
import ArrowLeft from "lucide-solid/icons/arrow-left";
import { type JSX, onCleanup, type ParentProps } from "solid-js";
import iconButton from "./IconButton.module.css";
import { openerOf } from "./opener";
import header from "./PageHeader.module.css";
import styles from "./Sheet.module.css";

export interface SheetProps {
  title: string;
  /** Buttons at the end of its bar. */
  actions?: JSX.Element;
  onClose(): void;
}

/** A whole screen over the one that one comes back to: it holds the focus, and gives it back to where it was. */
export function Sheet(props: ParentProps<SheetProps>) {
  const opener = openerOf(document.activeElement);
  // After the focus trap has let go.
  onCleanup(() => setTimeout(() => opener?.()?.focus({ preventScroll: true })));
  return (
    <Kobalte open onOpenChange={(open) => !open && props.onClose()}>
      <Kobalte.Portal>
        <Kobalte.Content class={styles.sheet} data-sheet onCloseAutoFocus={(event) => event.preventDefault()}>
          <header class={header.header}>
            <Kobalte.CloseButton class={iconButton.button} data-size="normal" aria-label="Back" title="Back (Esc)">
              <ArrowLeft />
            </Kobalte.CloseButton>
            <Kobalte.Title as="h1" class={header.title}>
              <bdi>{props.title}</bdi>
            </Kobalte.Title>
            {props.actions}
          </header>
          {props.children}
        </Kobalte.Content>
      </Kobalte.Portal>
    </Kobalte>
  );
}
