import { onMount } from "solid-js";
import { useApp } from "../app/context";
import { CommandButton } from "../commands/CommandButton";
import { offersOf } from "../commands/command";
import { reason } from "../commands/list/requests";
import { sends } from "../composer/keys";
import input from "../ui/input.module.css";
import styles from "./requests.module.css";

export interface RejectReasonProps {
  text: string;
  busy: boolean;
  /** Takes the focus: the user has just asked for it. */
  autofocus: boolean;
  onInput(text: string): void;
  /** Turns away from it; what is written stays. */
  onLeave(): void;
  onDrop(): void;
  onReject(): void;
}

/** Words for the agent beside a "no": it goes on by them, while a bare "no" ends its answer. */
export function RejectReason(props: RejectReasonProps) {
  const { commands } = useApp();
  const offers = () => {
    const reject = () => {
      if (!props.busy) props.onReject();
    };
    return offersOf(reason, { reject, cancel: () => props.onDrop() });
  };
  const offer = (id: string) => offers().find(({ command }) => command.id === id);
  commands.offer(offers);
  let area: HTMLTextAreaElement | undefined;
  onMount(() => {
    if (props.autofocus) area?.focus();
  });
  return (
    <>
      <textarea
        ref={(element) => {
          area = element;
        }}
        class={`${input.input} ${styles.reason}`}
        aria-label="Reason for the rejection"
        placeholder="What shall it do instead?"
        dir="auto"
        rows={2}
        value={props.text}
        onInput={(event) => props.onInput(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") props.onLeave();
          else if (sends(event)) props.onReject();
          else return;
          event.preventDefault();
        }}
      />
      <div class={styles.actions}>
        <CommandButton offer={offer("request.dropReason")} />
        <CommandButton variant="primary" busy={props.busy} offer={offer("request.sendReason")} />
      </div>
    </>
  );
}
