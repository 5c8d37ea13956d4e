import { ContextLabel } from "../../composer/context/ContextLabel";
import { Fold } from "../../tools/Fold";
import { LongText } from "../../tools/LongText";
import type { UserContent } from "./content";
import styles from "./UserContent.module.css";

/** A piece of a page that went along with a prompt; opens to the exact text that was sent. */
export function SentContext(props: { context: UserContent["context"][number] }) {
  return (
    <Fold class={styles.context} head={<ContextLabel item={props.context.item} />}>
      <LongText label="Exactly what was sent" text={props.context.raw} />
    </Fold>
  );
}
