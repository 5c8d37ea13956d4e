import { onCleanup, onMount, Show } from "solid-js";
import { createAction } from "../../ui/action";
import { Button } from "../../ui/Button";
import { FaultLine } from "../../ui/FaultLine";
import styles from "./Conversation.module.css";

export interface EdgeProps {
  /** Where more messages wait. */
  side: "earlier" | "later";
  /** The box that scrolls: coming near is asking for more. */
  scroller: HTMLElement;
  load(): Promise<void>;
}

/** Where the page ends and the conversation does not: brings more when the reader comes near, and by a button. */
export function Edge(props: EdgeProps) {
  const loading = createAction(() => props.load());
  const words = () => `${loading.busy() ? "Loading" : "Show"} ${props.side} messages${loading.busy() ? "…" : ""}`;
  let row: HTMLDivElement | undefined;

  onMount(() => {
    if (!row) return;
    const edge = row;
    const near = new IntersectionObserver(
      async (entries) => {
        // After a failure only the user tries again.
        if (!entries.some((entry) => entry.isIntersecting) || loading.fault()) return;
        if (!(await loading.run()) || !edge.isConnected) return;
        // It is asked again where it stands: messages without a height have not moved it away.
        near.unobserve(edge);
        near.observe(edge);
      },
      { root: props.scroller, rootMargin: "400px 0px" },
    );
    near.observe(edge);
    onCleanup(() => near.disconnect());
  });

  return (
    <div
      class={styles.edge}
      ref={(element) => {
        row = element;
      }}
    >
      <Show when={loading.fault()}>{(fault) => <FaultLine fault={fault()} />}</Show>
      <Button variant="quiet" busy={loading.busy()} onClick={() => void loading.run()}>
        {loading.fault() ? "Try again" : words()}
      </Button>
    </div>
  );
}
