import { createSignal, onCleanup, onMount, type ParentProps } from "solid-js";
import styles from "./requests.module.css";

/** What is asked for. A long one scrolls by itself, so that nothing of it is ever below the answers. */
export function Asked(props: ParentProps) {
  const [scrolls, setScrolls] = createSignal(false);
  let box: HTMLElement | undefined;
  let content: HTMLElement | undefined;
  onMount(() => {
    const resized = new ResizeObserver(() => setScrolls(box !== undefined && box.scrollHeight > box.clientHeight + 1));
    for (const element of [box, content]) if (element) resized.observe(element);
    onCleanup(() => resized.disconnect());
  });
  return (
    // What scrolls must be reachable by keyboard.
    <div ref={(element) => (box = element)} class={styles.asked} tabindex={scrolls() ? 0 : undefined}>
      <div ref={(element) => (content = element)} class={styles.column}>
        {props.children}
      </div>
    </div>
  );
}
