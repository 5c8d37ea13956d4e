import { createSignal, Show } from "solid-js";
import { IconButton } from "../../ui/IconButton";
import { Check, Ellipsis } from "../../ui/icons";
import { Menu, type MenuItem } from "../../ui/Menu";
import styles from "./message.module.css";

/** What can be done with a message. The menu is made when it is asked for: one a message costs more than the messages. */
export function MessageMenu(props: { items: MenuItem[]; done: boolean }) {
  const [asked, setAsked] = createSignal(false);
  const icon = () => (
    <Show when={props.done} fallback={<Ellipsis />}>
      <Check />
    </Show>
  );
  const look = () => (props.done ? `${styles.menu} ${styles.done}` : styles.menu);
  return (
    <Show
      when={asked()}
      fallback={
        <IconButton
          label="Message actions"
          size="small"
          class={look()}
          aria-haspopup="menu"
          onClick={() => setAsked(true)}
        >
          {icon()}
        </IconButton>
      }
    >
      <Menu label="Message actions" icon={icon()} size="small" class={look()} items={props.items} defaultOpen />
    </Show>
  );
}
