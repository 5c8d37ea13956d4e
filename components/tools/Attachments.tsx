import { For, type JSX, Show } from "solid-js";
import type { FileRef } from "../../lib/model";
import { createFileUrl } from "../attachments/create-file-url";
import { Enlarging } from "../attachments/Enlarging";
import { FileChip } from "../chat/parts/FileChip";
import styles from "./Attachments.module.css";

/** What a tool has handed over beside its words: images are shown, other files named. */
export function Attachments(props: { files: readonly FileRef[] }): JSX.Element {
  return (
    <Show when={props.files.length > 0}>
      <ul class={styles.files} aria-label="Attachments of the answer">
        <For each={props.files}>
          {(file, index) => (
            <li>
              <Attached file={file} index={index()} />
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}

function Attached(props: { file: FileRef; index: number }): JSX.Element {
  const url = createFileUrl(() => props.file);
  const name = () => props.file.filename || `Image ${props.index + 1} of the answer`;
  return (
    <Show when={props.file.mime.startsWith("image/") && url()} fallback={<FileChip file={props.file} />}>
      {(source) => (
        <Enlarging
          name={name()}
          mime={props.file.mime}
          url={source()}
          class={styles.picture}
          label={`Enlarge ${name()}`}
          title={name()}
        >
          <img class={styles.image} src={source()} alt={name()} />
        </Enlarging>
      )}
    </Show>
  );
}
