import type { RetryPart } from "../../../lib/model";
import { RotateCcw } from "../../ui/icons";
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
