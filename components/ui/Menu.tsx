import { DropdownMenu } from "@kobalte/core/dropdown-menu";
import { type JSX, Show } from "solid-js";
import button from "./IconButton.module.css";
import { KeyedFor } from "./KeyedFor";
import styles from "./Menu.module.css";
import hidden from "./VisuallyHidden.module.css";

export interface MenuItem {
  label: string;
  onSelect(): void;
  /** An icon of lucide-solid. */
  icon?: (() => JSX.Element) | undefined;
  danger?: boolean | undefined;
  /** Why it cannot be done right now. */
  disabled?: string | undefined;
  /** Something of another kind begins with it. */
  begins?: boolean | undefined;
  /** Its key, as it is written and for `aria-keyshortcuts`. */
  keys?: { shown: string; aria: string } | undefined;
}

export interface MenuProps {
  /** Accessible name of the button that opens the menu. */
  label: string;
  /** The icon on that button. */
  icon: JSX.Element;
  size?: "normal" | "small" | undefined;
  items: MenuItem[];
  /** It is made because somebody asks for it. */
  defaultOpen?: boolean;
  class?: string | undefined;
}

/** What several in a row have in common is to be seen once, and heard with each. */
function isSaidBefore(items: readonly MenuItem[], { label, disabled }: MenuItem): boolean {
  const at = items.findIndex((item) => item.label === label);
  return items[at - 1]?.disabled === disabled;
}

/** A square button that opens a menu of things to do. */
export function Menu(props: MenuProps) {
  return (
    <DropdownMenu placement="bottom-end" gutter={4} modal={false} defaultOpen={props.defaultOpen ?? false}>
      <DropdownMenu.Trigger
        class={`${button.button} ${props.class ?? ""}`}
        data-size={props.size ?? "normal"}
        aria-label={props.label}
        title={props.label}
      >
        {props.icon}
      </DropdownMenu.Trigger>
      {/* Inside the page's main part, so that nothing stands outside of the landmarks. */}
      <DropdownMenu.Portal mount={document.querySelector("main") ?? document.body}>
        <DropdownMenu.Content class={styles.menu}>
          {/* By label: items that are made anew while the menu is open must not cost it the focus. */}
          <KeyedFor each={props.items} by={(item) => item.label}>
            {(item) => (
              <DropdownMenu.Item
                class={styles.item}
                data-danger={item().danger ? "" : undefined}
                data-begins={item().begins ? "" : undefined}
                // Not switched off: the keys have to reach it, and with them the reason.
                aria-disabled={item().disabled ? true : undefined}
                closeOnSelect={!item().disabled}
                title={item().disabled}
                aria-keyshortcuts={item().keys?.aria}
                onSelect={() => {
                  if (!item().disabled) item().onSelect();
                }}
              >
                <Show when={item().icon}>{(icon) => icon()()}</Show>
                <Show when={item().disabled} fallback={item().label}>
                  {(reason) => (
                    <div class={styles.words}>
                      <DropdownMenu.ItemLabel>{item().label}</DropdownMenu.ItemLabel>
                      <DropdownMenu.ItemDescription
                        class={isSaidBefore(props.items, item()) ? hidden.hidden : styles.reason}
                      >
                        {reason()}
                      </DropdownMenu.ItemDescription>
                    </div>
                  )}
                </Show>
                <Show when={item().keys}>
                  {(keys) => (
                    <span class={styles.keys} aria-hidden="true">
                      {keys().shown}
                    </span>
                  )}
                </Show>
              </DropdownMenu.Item>
            )}
          </KeyedFor>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu>
  );
}
