import { Show } from "solid-js";
import { useApp } from "../app/context";
import { ContextChips } from "../composer/context/ContextChips";
import styles from "./KeptContext.module.css";

/** What was attached before there is anything to send it with. It stands where the composer will have it. */
export function KeptContext() {
  const app = useApp();
  let kept: HTMLElement | undefined;
  // The focus was on a button that is gone: to the next chip, or to what can be done here.
  function keepFocus(): void {
    const place = kept?.isConnected ? kept : document.querySelector("main");
    place?.querySelector<HTMLElement>("button, input")?.focus();
  }
  return (
    <Show when={app.drafts.get("new").context.length > 0}>
      <div
        ref={(element) => {
          kept = element;
        }}
        class={styles.kept}
      >
        <p class={styles.words} role="status">
          Kept for your first message
        </p>
        <ContextChips
          attached={app.drafts.get("new")}
          onChange={(change) => app.drafts.change("new", change)}
          onRemoved={keepFocus}
        />
      </div>
    </Show>
  );
}
