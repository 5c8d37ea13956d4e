import { onCleanup, onMount, Show } from "solid-js";
import { createAction } from "../../ui/action";
import { Button } from "../../ui/Button";
import { FaultLine } from "../../ui/FaultLine";
import styles from "./Conversation.module.css";

export interface EarlierProps {
  /** The box that scrolls: coming near its top is asking for more. */
  scroller: HTMLElement;
  load(): Promise<void>;
}

/** Brings earlier messages: by itself when the reader comes near, and by a button. */
export function Earlier(props: EarlierProps) {
  const loading = createAction(() => props.load());
  let row: HTMLDivElement | undefined;

  onMount(() => {
    if (!row) return;
    const near = new IntersectionObserver(
      (entries) => {
        // After a failure only the user tries again.
        if (entries.some((entry) => entry.isIntersecting) && !loading.fault()) void loading.run();
      },
      { root: props.scroller, rootMargin: "400px 0px 0px" },
    );
    near.observe(row);
    onCleanup(() => near.disconnect());
  });

  return (
    <div
      class={styles.earlier}
      ref={(element) => {
        row = element;
      }}
    >
      <Show when={loading.fault()}>{(fault) => <FaultLine fault={fault()} />}</Show>
      <Button variant="quiet" busy={loading.busy()} onClick={() => void loading.run()}>
        {loading.busy() ? "Loading earlier messages…" : loading.fault() ? "Try again" : "Show earlier messages"}
      </Button>
    </div>
  );
}
