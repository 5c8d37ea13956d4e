import File from "lucide-solid/icons/file";
import Image from "lucide-solid/icons/image";
import { Show } from "solid-js";
import type { FileRef } from "../../../lib/model";
import styles from "./parts.module.css";

/** What a file is called, also where nobody gave it a name. */
export function fileName(file: FileRef): string {
  if (file.filename) return file.filename;
  const last = file.url.startsWith("data:") ? "" : (file.url.split(/[\\/]/).filter(Boolean).at(-1) ?? "");
  return last || "File";
}

/** A file that goes along with a message. */
export function FileChip(props: { file: FileRef }) {
  return (
    <span class={styles.file}>
      <Show when={props.file.mime.startsWith("image/")} fallback={<File />}>
        <Image />
      </Show>
      <bdi class={styles.filename}>{fileName(props.file)}</bdi>
      <span class={styles.mime}>{props.file.mime}</span>
    </span>
  );
}
