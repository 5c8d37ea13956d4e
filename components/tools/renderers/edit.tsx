import { Show } from "solid-js";
import { folderName, type ToolPart } from "../../../lib/model";
import { FilePen } from "../../ui/icons";
import { DiffBlock } from "../DiffBlock";
import { type Changes, countChanges, diffOf, sumOf } from "../diff";
import { LongText } from "../LongText";
import { metadataOf, outputOf, relativePath, type ToolContext, type ToolRenderer, textOf } from "../tool";

function isChanges(value: unknown): value is Changes {
  if (typeof value !== "object" || value === null || !("additions" in value && "deletions" in value)) return false;
  return typeof value.additions === "number" && typeof value.deletions === "number";
}

/** Lines changed: what the server counted, else counted in its diff. */
function changesOf(part: ToolPart): Changes | undefined {
  const { filediff, files, ...metadata } = metadataOf(part);
  if (isChanges(filediff)) return { additions: filediff.additions, deletions: filediff.deletions };
  if (Array.isArray(files) && files.length > 0 && files.every(isChanges)) return sumOf(files);
  const diff = diffOf(metadata);
  return diff === "" ? undefined : countChanges(diff);
}

/** Where a patch in OpenAI's format names a file. */
const PATCHED = /^\*\*\* (?:Add|Update|Delete) File: (.+)$/gm;

/** The files a call is about, as the model names them. */
function pathsOf(part: ToolPart, context: ToolContext): string[] {
  const { input } = part.state;
  const path = textOf(input, "filePath", "path");
  const paths = path ? [path] : [...textOf(input, "patchText", "patch").matchAll(PATCHED)].map(([, name = ""]) => name);
  return paths.map((name) => relativePath(name.trim(), context.directory));
}

/** Files that were changed or written. */
export const edit: ToolRenderer = {
  tools: ["edit", "write", "multiedit", "patch", "apply_patch"],
  unfolds: "edits",
  summary(part, context) {
    const changes = changesOf(part);
    const paths = pathsOf(part, context);
    const [path = ""] = paths;
    const writes = part.tool === "write";
    return {
      icon: FilePen,
      verb: writes
        ? { base: "Write", doing: "Writing", done: "Wrote" }
        : { base: "Edit", doing: "Editing", done: "Edited" },
      subject: paths.length > 1 ? `${paths.length} files` : folderName(path) || "files",
      // Several are named by their sections.
      ...(paths.length > 1 ? {} : { path, ...(path ? { opens: { path } } : {}) }),
      code: paths.length === 1,
      ...(changes ? { changes } : {}),
    };
  },
  Detail: (props) => (
    <>
      <Show
        when={diffOf(metadataOf(props.part))}
        fallback={
          <LongText
            label="What is written"
            text={textOf(props.part.state.input, "content", "newString", "patchText", "patch")}
          />
        }
      >
        {(diff) => <DiffBlock diff={diff()} directory={props.context.directory} />}
      </Show>
      <Show when={props.part.state.status === "error"}>
        <LongText label="Error" text={outputOf(props.part)} tone="bad" />
      </Show>
    </>
  ),
};
