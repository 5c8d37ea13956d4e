import { describeFault, type Fault } from "../../lib/model";
import styles from "./FaultLine.module.css";

/** What went wrong with something the user just did, in one small line where they did it. */
export function FaultLine(props: { fault: Fault; doing?: string }) {
  return (
    <p class={styles.line} role="alert">
      {props.doing ? `${props.doing}: ` : ""}
      {describeFault(props.fault).title}. {describeFault(props.fault).remedy}
    </p>
  );
}
