import ArrowDown from "lucide-solid/icons/arrow-down";
import { Show } from "solid-js";
import { StateMark } from "../../ui/StateMark";
import styles from "./Conversation.module.css";

export interface JumpToLatestProps {
  /** Something came at the end meanwhile. */
  unread: boolean;
  /** Older messages are being fetched; jumping ends that. */
  busy: boolean;
  onJump(): void;
}

export function JumpToLatest(props: JumpToLatestProps) {
  return (
    <button type="button" class={styles.jump} onClick={() => props.onJump()}>
      <Show when={props.busy} fallback={<ArrowDown />}>
        <StateMark mark="working" />
      </Show>
      Jump to latest
      <Show when={props.unread}>
        <span class={styles.unread} aria-hidden="true" />
      </Show>
    </button>
  );
}
