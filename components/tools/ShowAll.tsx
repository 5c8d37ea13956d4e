import type { JSX } from "solid-js";
import styles from "./ShowAll.module.css";

/** At the foot of a text that is cut: shows all of it, or its beginning again. */
export function ShowAll(props: { all: boolean; more: string; onChange(all: boolean): void }): JSX.Element {
  return (
    <button type="button" class={styles.more} aria-expanded={props.all} onClick={() => props.onChange(!props.all)}>
      {props.all ? "Show less" : props.more}
    </button>
  );
}
