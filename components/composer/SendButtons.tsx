import { Show } from "solid-js";
import { shownKey } from "../../lib/keys/words";
import { isMac } from "../../lib/platform/system";
import { useApp } from "../app/context";
import { hintOf } from "../commands/CommandButton";
import { WRITING_KEYS } from "../commands/keys/fixed";
import { IconButton } from "../ui/IconButton";
import { ArrowUp, Square } from "../ui/icons";
import styles from "./Composer.module.css";

export interface SendButtonsProps {
  working: boolean;
  /** There is nothing to send. */
  empty: boolean;
  /** Sending is not possible now. */
  blocked: boolean;
  /** Id of the words that say why. */
  reasonId: string | undefined;
  stopping: boolean;
  onSend(): void;
  onStop(): void;
}

/** Send; Stop while the agent works; both while it works and something is written, which waits in the queue. */
export function SendButtons(props: SendButtonsProps) {
  const { commands } = useApp();
  /** The user's own, or the one of the field. */
  const beside = () => commands.shown("composer.beside") ?? shownKey(WRITING_KEYS.beside, isMac());
  return (
    <div class={styles.send}>
      <Show when={props.working}>
        <IconButton
          label="Stop"
          hint={hintOf("Stop", commands.shown("composer.stop"))}
          aria-keyshortcuts={commands.aria("composer.stop")}
          class={styles.stop}
          variant={props.empty ? "primary" : "quiet"}
          aria-disabled={props.stopping ? true : undefined}
          onClick={() => props.onStop()}
        >
          <Square />
        </IconButton>
      </Show>
      <Show when={!props.working || !props.empty}>
        <IconButton
          label="Send"
          hint={
            props.working
              ? `Queue. ${beside()} sends without waiting`
              : hintOf("Send", shownKey(WRITING_KEYS.send, isMac()))
          }
          variant="primary"
          aria-disabled={props.blocked || props.empty ? true : undefined}
          aria-describedby={props.reasonId}
          onClick={() => props.onSend()}
        >
          <ArrowUp />
        </IconButton>
      </Show>
    </div>
  );
}
