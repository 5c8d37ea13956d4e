import { Match, Show, Switch } from "solid-js";
import { folderName, type ToolPart } from "../../../lib/model";
import { Eye } from "../../ui/icons";
import { CodeText } from "../CodeText";
import { Failure } from "../Failure";
import { Given } from "../Given";
import { LongText } from "../LongText";
import { NoneYet } from "../NoneYet";
import { displayOf, type FileRead } from "../read-display";
import { SearchHits } from "../SearchHits";
import { metadataOf, outputOf, relativePath, type ToolRenderer, textOf } from "../tool";

const fileOf = (part: ToolPart): FileRead | undefined => {
  const display = displayOf(metadataOf(part));
  return display?.type === "file" ? display : undefined;
};

/** Which lines were read, else which were asked for; "" for the whole file. */
function rangeOf(part: ToolPart): string {
  const file = fileOf(part);
  if (file) {
    const { first, last, total } = file;
    if (first === 1 && last >= total) return "";
    return first === last ? `line ${first} of ${total}` : `lines ${first}–${last} of ${total}`;
  }
  const { offset, limit } = part.state.input;
  if (typeof offset !== "number" && typeof limit !== "number") return "";
  const from = typeof offset === "number" ? offset : 1;
  return typeof limit === "number" ? `lines ${from}–${from + limit - 1}` : `from line ${from}`;
}

/** The first line that was asked for, if that was not the file's. */
function lineOf({ offset }: Record<string, unknown>): { line?: number } {
  return typeof offset === "number" && offset > 1 ? { line: offset } : {};
}

/** Files that were read, and folders. */
export const read: ToolRenderer = {
  tools: ["read"],
  explores: { one: "file", many: "files" },
  summary(part, context) {
    const note = rangeOf(part);
    const path = relativePath(textOf(part.state.input, "filePath", "path"), context.directory);
    return {
      icon: Eye,
      verb: { base: "Read", doing: "Reading", done: "Read" },
      subject: folderName(path) || "a file",
      path,
      ...(path ? { opens: { path, ...lineOf(part.state.input) } } : {}),
      code: true,
      ...(note ? { note } : {}),
    };
  },
  Detail: (props) => {
    const folder = () => {
      const display = displayOf(metadataOf(props.part));
      return display?.type === "folder" ? display : undefined;
    };
    const output = () => (props.part.state.status === "completed" ? outputOf(props.part) : "");
    return (
      <>
        <Given input={props.part.state.input} names={["filePath", "path"]} />
        <NoneYet part={props.part} />
        <Failure part={props.part} />
        <Switch fallback={<Show when={output()}>{(text) => <LongText label="What was read" text={text()} />}</Show>}>
          <Match when={fileOf(props.part)}>
            {(file) => (
              <Show when={file().text} fallback={<p>An empty file</p>}>
                {(text) => <CodeText label="What was read" text={text()} path={file().path} first={file().first} />}
              </Show>
            )}
          </Match>
          <Match when={folder()}>
            {(found) => (
              <Show when={found().rows.length > 0} fallback={<p>An empty folder</p>}>
                <SearchHits label="What was read" rows={found().rows} directory={found().path} />
              </Show>
            )}
          </Match>
        </Switch>
      </>
    );
  },
};
