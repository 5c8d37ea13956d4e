import RotateCcw from "lucide-solid/icons/rotate-ccw";
import type { RetryPart } from "../../../lib/model";
import { errorWords, tryWords } from "../message/errors";
import styles from "./parts.module.css";

/** A try of the model that failed and was followed by another. */
export function Retry(props: { part: RetryPart }) {
  return (
    <p class={styles.note}>
      <RotateCcw />
      <span dir="auto">
        {errorWords(props.part.error).title} ({tryWords(props.part.attempt)})
      </span>
    </p>
  );
}
