import { Show } from "solid-js";
import type { FileRef } from "../../../lib/model";
import { filePath } from "../../../lib/opencode/file-url";
import { FileLink } from "../../files/FileLink";
import { File, Image } from "../../ui/icons";
import styles from "./parts.module.css";

/** What a file is called, also where nobody gave it a name. */
export function fileName(file: FileRef): string {
  if (file.filename) return file.filename;
  const last = file.url.startsWith("data:") ? "" : (file.url.split(/[\\/]/).filter(Boolean).at(-1) ?? "");
  return last || "File";
}

/** Where a file of the server's is; undefined for what came with the message itself. */
function pathOf({ url }: FileRef): string | undefined {
  return url.startsWith("file:") ? filePath(url) : undefined;
}

/** A file that goes along with a message. */
export function FileChip(props: { file: FileRef }) {
  return (
    <span class={styles.file}>
      <Show when={props.file.mime.startsWith("image/")} fallback={<File />}>
        <Image />
      </Show>
      <Show when={pathOf(props.file)} fallback={<bdi class={styles.filename}>{fileName(props.file)}</bdi>}>
        {(path) => (
          <FileLink class={styles.filename} path={path()}>
            <bdi>{fileName(props.file)}</bdi>
          </FileLink>
        )}
      </Show>
      <span class={styles.mime}>{props.file.mime}</span>
    </span>
  );
}
