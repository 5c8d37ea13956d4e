import { Dynamic } from "solid-js/web";
import { type ContextItem, itemLabel } from "../../../lib/page/context";
import type { Fenced } from "../../../lib/page/fence";
import { FileText, Image, Link, MessageSquare, TextQuote } from "../../ui/icons";
import styles from "./ContextLabel.module.css";

const ICONS: Record<ContextItem["kind"], typeof Link> = {
  selection: TextQuote,
  page: FileText,
  link: Link,
  image: Image,
  comment: MessageSquare,
};

/** Icon and short title of something from a page. */
export function ContextLabel(props: { item: Fenced }) {
  return (
    <>
      <span class={styles.icon}>
        <Dynamic component={ICONS[props.item.kind]} />
      </span>
      <bdi class={styles.title}>{itemLabel(props.item)}</bdi>
    </>
  );
}
