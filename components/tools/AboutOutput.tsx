import { For, type JSX, Show } from "solid-js";
import { CopyCode } from "../chat/markdown/CopyCode";
import { FileLink } from "../files/FileLink";
import { useProjectFiles } from "../files/project-files";
import styles from "./AboutOutput.module.css";
import { shortened } from "./excerpt";
import { relativePath } from "./tool";
import type { Unwrapped } from "./wrapping";

/** What else is to be known of an answer, and where all of it is. Only files of the project can be opened. */
export function AboutOutput(props: { about: Unwrapped }): JSX.Element {
  const project = useProjectFiles();
  const inProject = (path: string) => relativePath(path, project?.directory ?? "");
  return (
    <>
      <For each={props.about.notes}>{(note) => <p dir="auto">{shortened(note, 1000)}</p>}</For>
      <Show when={props.about.savedAt}>
        {(path) => (
          <p class={styles.saved}>
            <span>
              All of it on the server:{" "}
              <Show when={inProject(path()) !== path()} fallback={<bdi>{path()}</bdi>}>
                <FileLink path={path()}>
                  <bdi>{inProject(path())}</bdi>
                </FileLink>
              </Show>
            </span>
            <CopyCode text={path()} what="path" />
          </p>
        )}
      </Show>
    </>
  );
}
