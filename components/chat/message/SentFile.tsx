import { Match, Show, Switch } from "solid-js";
import { attachmentIdIn, type FileRef, heldIn } from "../../../lib/model";
import { createFileUrl } from "../../attachments/create-file-url";
import { Enlarging } from "../../attachments/Enlarging";
import { OpenPdf } from "../../attachments/OpenPdf";
import { FileChip, fileName } from "../parts/FileChip";
import styles from "./SentFile.module.css";

/** A file that went along with a prompt: a picture as a picture, anything else by its name. What can be shown opens. */
export function SentFile(props: { file: FileRef }) {
  const url = createFileUrl(() => props.file);
  const name = () => fileName(props.file);
  const isPicture = () => props.file.mime.startsWith("image/");
  const isHere = () =>
    props.file.url.startsWith("data:") ||
    attachmentIdIn(props.file.url) !== undefined ||
    heldIn(props.file.url) !== undefined;
  return (
    <Switch fallback={<FileChip file={props.file} />}>
      <Match when={props.file.mime === "application/pdf" && isHere()}>
        <OpenPdf file={props.file} name={name()} class={styles.chip}>
          <FileChip file={props.file} />
        </OpenPdf>
      </Match>
      <Match when={url()}>
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
      </Match>
    </Switch>
  );
}
