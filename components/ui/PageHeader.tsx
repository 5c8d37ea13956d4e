import ArrowLeft from "lucide-solid/icons/arrow-left";
import type { ParentProps } from "solid-js";
import { IconButton } from "./IconButton";
import styles from "./PageHeader.module.css";

/** The bar on top of a screen that one comes back from. Its children stand at the end. */
export function PageHeader(props: ParentProps<{ title: string; back?: string; onBack(): void }>) {
  return (
    <header class={styles.header}>
      <IconButton label={props.back ?? "Back"} onClick={() => props.onBack()}>
        <ArrowLeft />
      </IconButton>
      <h1 class={styles.title}>{props.title}</h1>
      {props.children}
    </header>
  );
}
