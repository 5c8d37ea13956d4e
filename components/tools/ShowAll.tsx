import type { JSX } from "solid-js";
import styles from "./ShowAll.module.css";

export interface ShowAllProps {
  all: boolean;
  more: string;
  /** Where it stands; at the head of a text whose beginning is left out. */
  at?: "head" | "foot";
  onChange(all: boolean): void;
}

/** At the edge where a text is cut: shows all of it, or what is left of it again. */
export function ShowAll(props: ShowAllProps): JSX.Element {
  return (
    <button
      type="button"
      class={styles.more}
      data-at={props.at ?? "foot"}
      aria-expanded={props.all}
      onClick={() => props.onChange(!props.all)}
    >
      {props.all ? "Show less" : props.more}
    </button>
  );
}
