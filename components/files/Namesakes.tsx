import { createSignal, For, type JSX, Show } from "solid-js";
import { folderName } from "../../lib/model";
import { createAction } from "../ui/action";
import { GroupHeading } from "../ui/GroupHeading";
import { File } from "../ui/icons";
import styles from "./FileSheet.module.css";

/** Where else the project has files of a name: agents like to leave out the folder. */
export function Namesakes(props: {
  name: string;
  find(name: string): Promise<string[]>;
  onOpen(path: string): void;
}): JSX.Element {
  const [paths, setPaths] = createSignal<readonly string[]>([]);
  const search = createAction(async () => {
    const found = await props.find(props.name);
    setPaths(found.filter((path) => folderName(path) === props.name));
  });
  // Without an answer there is only nothing more to offer.
  void search.run();
  return (
    <Show when={paths().length > 0}>
      <div class={styles.namesakes}>
        <GroupHeading title="Files of this name" />
        <ul class={styles.entries} aria-label="Files of this name">
          <For each={paths()}>
            {(path) => (
              <li>
                <button type="button" class={styles.entry} onClick={() => props.onOpen(path)}>
                  <File />
                  <bdi>{path}</bdi>
                </button>
              </li>
            )}
          </For>
        </ul>
      </div>
    </Show>
  );
}
