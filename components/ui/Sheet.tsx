import { Dialog as Kobalte } from "@kobalte/core/dialog";
import { createMemo, createUniqueId, type JSX, onCleanup, onMount, type ParentProps, Show } from "solid-js";
import { useApp } from "../app/context";
import { type Carried, createCarried } from "./carried";
import { IconButton } from "./IconButton";
import iconButton from "./IconButton.module.css";
import { ArrowLeft, X } from "./icons";
import { openerOf } from "./opener";
import header from "./PageHeader.module.css";
import styles from "./Sheet.module.css";

export interface SheetProps {
  title: string;
  /** Buttons at the end of its bar. */
  actions?: JSX.Element;
  onClose(): void;
  /** It has a search of its own; else what is found there is found by the browser. */
  hasFind?: boolean | undefined;
}

/**
 * A whole screen over the one that one comes back to, or beside it in a wide tab. The focus goes there, and back to where it was.
 */
export function Sheet(props: ParentProps<SheetProps>) {
  const app = useApp();
  const opener = openerOf(document.activeElement);
  // After the focus trap has let go.
  onCleanup(() => setTimeout(() => opener?.()?.focus({ preventScroll: true })));
  // A window that is made wider or narrower moves it to the other place: what was unfolded and scrolled stays so.
  const carried = createCarried(() => props.children);
  const isBeside = createMemo((was: boolean | undefined) => {
    const is = app.columns() === 3;
    if (was !== undefined && was !== is) carried.take();
    return is;
  });
  return (
    <Show when={isBeside()} fallback={<Over {...props} carried={carried} />}>
      <Beside {...props} carried={carried} />
    </Show>
  );
}

type PlacedProps = SheetProps & { carried: Carried };

/** Holds the focus. */
function Over(props: PlacedProps) {
  return (
    <Kobalte open onOpenChange={(open) => !open && props.onClose()}>
      <Kobalte.Portal>
        <Kobalte.Content
          class={styles.sheet}
          data-sheet
          onOpenAutoFocus={(event) => {
            if (props.carried.put()) event.preventDefault();
          }}
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          <header class={header.header}>
            <Kobalte.CloseButton class={iconButton.button} data-size="normal" aria-label="Back" title="Back (Esc)">
              <ArrowLeft />
            </Kobalte.CloseButton>
            <Kobalte.Title as="h1" class={header.title}>
              <bdi>{props.title}</bdi>
            </Kobalte.Title>
            {props.actions}
          </header>
          {props.carried.content}
        </Kobalte.Content>
      </Kobalte.Portal>
    </Kobalte>
  );
}

/** Leaves the rest of the window as it is. */
function Beside(props: PlacedProps) {
  const title = createUniqueId();
  let sheet: HTMLElement | undefined;
  onMount(() => {
    if (!props.carried.put()) sheet?.focus({ preventScroll: true });
  });
  return (
    <aside
      ref={(element) => {
        sheet = element;
      }}
      class={styles.beside}
      aria-labelledby={title}
      tabindex={-1}
      data-takes-keys={props.hasFind ? undefined : "Mod+F"}
      onKeyDown={(event) => {
        // A menu that was opened from here stands elsewhere in the page, and has its own "Escape".
        if (event.key !== "Escape" || event.defaultPrevented || !event.currentTarget.contains(event.target)) return;
        event.preventDefault();
        props.onClose();
      }}
    >
      <header class={header.header}>
        <h1 id={title} class={header.title}>
          <bdi>{props.title}</bdi>
        </h1>
        {props.actions}
        <IconButton label="Back" onClick={() => props.onClose()}>
          <X />
        </IconButton>
      </header>
      {props.carried.content}
    </aside>
  );
}
