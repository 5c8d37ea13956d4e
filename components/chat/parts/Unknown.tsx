import { Fold } from "../../tools/Fold";
import { LongText } from "../../tools/LongText";
import { CircleQuestionMark } from "../../ui/icons";
import styles from "./parts.module.css";

/** Something from a newer server: named, and raw for those who want to know. */
export function Unknown(props: { kind: string; raw: unknown }) {
  return (
    <Fold
      class={styles.quiet}
      head={
        <>
          <CircleQuestionMark />
          <span class={styles.ellipsis}>Something this version cannot show: {props.kind}</span>
        </>
      }
    >
      <LongText label="Raw data" text={JSON.stringify(props.raw, undefined, 2) ?? String(props.raw)} />
    </Fold>
  );
}
