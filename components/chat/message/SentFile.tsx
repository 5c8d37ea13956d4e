import { Show } from "solid-js";
import type { FileRef } from "../../../lib/model";
import { createFileUrl } from "../../attachments/create-file-url";
import { Enlarging } from "../../attachments/Enlarging";
import { FileChip, fileName } from "../parts/FileChip";
import styles from "./SentFile.module.css";

/** A file that went along with a prompt: a picture as a picture, anything else by its name. What can be shown opens. */
export function SentFile(props: { file: FileRef }) {
  const url = createFileUrl(() => props.file);
  const name = () => fileName(props.file);
  const isPicture = () => props.file.mime.startsWith("image/");
  return (
    <Show when={url()} fallback={<FileChip file={props.file} />}>
      {(source) => (
        <Enlarging
          name={name()}
          mime={props.file.mime}
          url={source()}
          class={isPicture() ? styles.picture : styles.chip}
          label={isPicture() ? `Enlarge ${name()}` : undefined}
          title={name()}
        >
          <Show when={isPicture()} fallback={<FileChip file={props.file} />}>
            <img src={source()} alt="" decoding="async" />
          </Show>
        </Enlarging>
      )}
    </Show>
  );
}
