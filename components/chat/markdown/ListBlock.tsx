import { For } from "solid-js";
import { Dynamic } from "solid-js/web";
import type { ListBlock as List } from "../../../lib/markdown/blocks";
import { ListItem } from "./HtmlBlock";
import styles from "./markdown.module.css";
import { createSlots } from "./slots";

/** A list. Items that are complete are never touched again while the last one grows. */
export function ListBlock(props: { list: List; growing: boolean }) {
  const slots = createSlots(() => props.list.items);
  const isLast = (key: string) => props.growing && props.list.items.at(-1)?.key === key;
  const start = () => (props.list.ordered && props.list.start !== 1 ? props.list.start : undefined);
  return (
    <div class={styles.block} dir="auto">
      <Dynamic component={props.list.ordered ? "ol" : "ul"} start={start()}>
        <For each={slots()}>{(slot) => <ListItem html={slot.value().html} growing={isLast(slot.key)} />}</For>
      </Dynamic>
    </div>
  );
}
