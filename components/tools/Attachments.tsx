import { For, type JSX, Show } from "solid-js";
import { safeImage } from "../../lib/markdown/links";
import type { FileRef } from "../../lib/model";
import { FileChip } from "../chat/parts/FileChip";
import styles from "./Attachments.module.css";

/** The address of an image that came with the answer itself, so that showing it asks nobody for anything. */
function inlineImage(file: FileRef): string | undefined {
  return file.url.startsWith("data:") ? safeImage(file.url)?.url : undefined;
}

/** What a tool has handed over beside its words: images are shown, other files named. */
export function Attachments(props: { files: readonly FileRef[] }): JSX.Element {
  return (
    <Show when={props.files.length > 0}>
      <ul class={styles.files} aria-label="Attachments of the answer">
        <For each={props.files}>
          {(file, index) => (
            <li>
              <Show when={inlineImage(file)} fallback={<FileChip file={file} />}>
                {(url) => (
                  <img class={styles.image} src={url()} alt={file.filename || `Image ${index() + 1} of the answer`} />
                )}
              </Show>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}
