import { Show } from "solid-js";
import { Dynamic } from "solid-js/web";
import { type FileRef, linesInWords, mentionOfFile, rangeOf } from "../../../lib/model";
import { filePath } from "../../../lib/opencode/file-url";
import { FileLink } from "../../files/FileLink";
import { File, Image, Plug } from "../../ui/icons";
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

function iconOf({ client, mime }: FileRef) {
  if (client !== undefined) return Plug;
  return mime.startsWith("image/") ? Image : File;
}

/** Which lines of a file of the server's are meant, as they are written; undefined when all are. */
function linesOf(file: FileRef): string | undefined {
  const mention = mentionOfFile(file);
  return mention?.type === "file" ? mention.lines : undefined;
}

/** A file that goes along with a message. */
export function FileChip(props: { file: FileRef }) {
  const lines = () => linesOf(props.file);
  const name = () => fileName(props.file).slice(0, lines() === undefined ? undefined : -`#${lines()}`.length);
  const line = () => {
    const written = lines();
    return written === undefined ? undefined : rangeOf(written).start;
  };
  return (
    <span class={styles.file}>
      <Dynamic component={iconOf(props.file)} />
      <Show when={pathOf(props.file)} fallback={<bdi class={styles.filename}>{name()}</bdi>}>
        {(path) => (
          <FileLink class={styles.filename} path={path()} line={line()}>
            <bdi>{name()}</bdi>
          </FileLink>
        )}
      </Show>
      <Show when={lines()}>
        {(written) => (
          <bdi class={styles.mime} title={linesInWords(written())}>
            #{written()}
          </bdi>
        )}
      </Show>
      <Show
        when={props.file.client}
        fallback={
          // What lines are taken of is a text, and its name needs the room.
          <Show when={lines() === undefined}>
            <span class={styles.mime}>{props.file.mime}</span>
          </Show>
        }
      >
        {(client) => (
          <bdi class={styles.mime} title={`${props.file.url} of the MCP server ${client()}`}>
            {client()}
          </bdi>
        )}
      </Show>
    </span>
  );
}
