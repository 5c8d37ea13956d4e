import { Show } from "solid-js";
import type { Action } from "./action";
import { FaultLine } from "./FaultLine";
import styles from "./LoadNotes.module.css";
import { StateMark } from "./StateMark";

/** Why something could not be loaded. */
export function LoadFault(props: { load: Action<[]> }) {
  return (
    <Show when={props.load.fault()}>
      {(fault) => (
        <div class={styles.note}>
          <FaultLine fault={fault()} doing="Not loaded" />
        </div>
      )}
    </Show>
  );
}

/** In the place of what is on its way. */
export function Loading(props: { load: Action<[]> }) {
  return (
    <Show when={props.load.busy()}>
      <p class={styles.note} role="status">
        <StateMark mark="working" /> Loading…
      </p>
    </Show>
  );
}
