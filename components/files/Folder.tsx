import { For, type JSX, Show } from "solid-js";
import type { FolderEntry } from "../../lib/model";
import { File, Folder as FolderIcon } from "../ui/icons";
import styles from "./FileSheet.module.css";

/** What is in a folder; each opens. */
export function Folder(props: {
  path: string;
  entries: readonly FolderEntry[];
  onOpen(entry: FolderEntry): void;
}): JSX.Element {
  return (
    <Show when={props.entries.length > 0} fallback={<p class={styles.note}>This folder is empty.</p>}>
      <ul class={styles.entries} aria-label={`Content of ${props.path}`}>
        <For each={props.entries}>
          {(entry) => (
            <li>
              <button type="button" class={styles.entry} onClick={() => props.onOpen(entry)}>
                <Show when={entry.isFolder} fallback={<File />}>
                  <FolderIcon />
                </Show>
                <bdi>
                  {entry.name}
                  {entry.isFolder ? "/" : ""}
                </bdi>
                <Show when={entry.isIgnored}>
                  <span class={styles.ignored}>ignored</span>
                </Show>
              </button>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}
