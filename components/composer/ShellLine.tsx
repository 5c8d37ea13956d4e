import { Terminal } from "../ui/icons";
import styles from "./Composer.module.css";

/** Says, above the text, that it is a line of shell. */
export function ShellLine() {
  return (
    <p class={styles.shell} role="status">
      <Terminal />
      <strong>Shell</strong>
      <span class={styles.leave}>Esc to leave</span>
    </p>
  );
}
