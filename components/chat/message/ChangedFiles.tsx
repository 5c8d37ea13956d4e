import { createEffect, createSignal, on, Show } from "solid-js";
import type { FileChange, Message, MessageId } from "../../../lib/model";
import { useApp } from "../../app/context";
import { Fold } from "../../tools/Fold";
import { createAction } from "../../ui/action";
import { Button } from "../../ui/Button";
import { FileDiff } from "../../ui/icons";
import { KeyedFor } from "../../ui/KeyedFor";
import { LineChanges } from "../../ui/LineChanges";
import { LoadFault, Loading } from "../../ui/LoadNotes";
import { useChat } from "../chat-context";
import styles from "./ChangedFiles.module.css";

type Changes = NonNullable<Message["changes"]>;

export interface ChangedFilesProps {
  /** How many they are. */
  files: number;
  /** The message that began the turn. */
  question: MessageId;
  changes: Changes;
  /** Shows the changes of the turn, at a file if one is named. */
  onReview(path?: string): void;
}

/** What a turn has changed, in one line that opens to its files; each leads to its changes. */
export function ChangedFiles(props: ChangedFilesProps) {
  return (
    <Fold
      class={styles.changed}
      head={
        <>
          <FileDiff />
          <span>{props.files === 1 ? "1 file changed" : `${props.files} files changed`}</span>
          {/* Each file tells its own. */}
          <span class={styles.sum} aria-hidden="true">
            <LineChanges additions={props.changes.additions} deletions={props.changes.deletions} />
          </span>
        </>
      }
    >
      <Files {...props} />
    </Fold>
  );
}

/** The server names them when it is asked. */
function Files(props: ChangedFilesProps) {
  const app = useApp();
  const chat = useChat();
  const [files, setFiles] = createSignal<FileChange[]>();
  const load = createAction(async () =>
    setFiles(await app.background.changes(chat.key, { type: "turn", messageId: props.question })),
  );
  const told = () => `${props.changes.files} ${props.changes.additions} ${props.changes.deletions}`;
  createEffect(on(told, () => void load.run()));
  return (
    <>
      <LoadFault load={load} />
      <Show when={files()} fallback={<Loading load={load} />}>
        {(held) => (
          <>
            <ul class={styles.files} aria-label="Files changed by this turn">
              <KeyedFor each={held()} by={(file) => file.path}>
                {(file) => (
                  <li>
                    <button type="button" class={styles.file} onClick={() => props.onReview(file().path)}>
                      <bdi class={styles.path}>{file().path}</bdi>
                      <Show when={file().status === "deleted"}>
                        <span class={styles.word}>deleted</span>
                      </Show>
                      <LineChanges additions={file().additions} deletions={file().deletions} />
                    </button>
                  </li>
                )}
              </KeyedFor>
            </ul>
            <Show when={held().length > 1}>
              <Button variant="quiet" class={styles.all} onClick={() => props.onReview()}>
                Review all
              </Button>
            </Show>
          </>
        )}
      </Show>
    </>
  );
}
