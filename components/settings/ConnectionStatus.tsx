import { createMemo } from "solid-js";
import { useApp } from "../app/context";
import styles from "../ui/VisuallyHidden.module.css";
import { connectionSummary } from "./connection-words";

/**
 * Says each change of the connection to screen readers. Mounted once for all screens, because a live region speaks only
 * of changes that happen while it is there.
 */
export function ConnectionStatus() {
  const app = useApp();
  const words = createMemo(() => (app.link() === "loading" ? "Connecting…" : connectionSummary(app.state)));
  return (
    <div role="status" aria-label="Connection" class={styles.hidden}>
      {words()}
    </div>
  );
}
