import { For, Show } from "solid-js";
import { Fold } from "../../tools/Fold";
import { relativePath } from "../../tools/tool";
import { useChat } from "../chat-context";
import styles from "./Conversation.module.css";

/** As many are named at once; more, when somebody asks. */
const FEW = 3;

/** The files that a revert has put back: taken back, it changes them again. @param props.paths absolute */
export function UndoneFiles(props: { paths: readonly string[] }) {
  const chat = useChat();
  const names = () => props.paths.map((path) => relativePath(path, chat.session().directory));
  const head = () =>
    props.paths.length === 1 ? "1 file is as it was before:" : `${props.paths.length} files are as they were before:`;
  const list = () => (
    <ul class={styles.undone}>
      <For each={names()}>
        {(name) => (
          <li>
            <bdi>{name}</bdi>
          </li>
        )}
      </For>
    </ul>
  );
  return (
    <div class={styles.put}>
      <Show when={names().length <= FEW} fallback={<Fold head={<span>{head().replace(":", "")}</span>}>{list()}</Fold>}>
        <p>{head()}</p>
        {list()}
      </Show>
    </div>
  );
}
