import { Show } from "solid-js";
import { useApp } from "../../app/context";
import { hintOf } from "../../commands/CommandButton";
import { ArrowDown } from "../../ui/icons";
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
  const { commands } = useApp();
  return (
    <button
      type="button"
      class={styles.jump}
      title={hintOf("Jump to latest", commands.shown("conversation.latest"))}
      aria-keyshortcuts={commands.aria("conversation.latest")}
      onClick={() => props.onJump()}
    >
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
