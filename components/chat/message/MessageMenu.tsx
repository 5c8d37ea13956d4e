import { Show } from "solid-js";
import { Check, Ellipsis } from "../../ui/icons";
import type { MenuItem } from "../../ui/Menu";
import { MenuWhenAsked } from "../../ui/MenuWhenAsked";
import styles from "./message.module.css";

/** What can be done with a message. */
export function MessageMenu(props: { items: MenuItem[]; done: boolean }) {
  return (
    <MenuWhenAsked
      label="Message actions"
      icon={
        <Show when={props.done} fallback={<Ellipsis />}>
          <Check />
        </Show>
      }
      size="small"
      class={props.done ? `${styles.menu} ${styles.done}` : styles.menu}
      items={props.items}
    />
  );
}
