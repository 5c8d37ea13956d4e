import FilePen from "lucide-solid/icons/file-pen";
import { Show } from "solid-js";
import { folderName, type ToolPart } from "../../../lib/model";
import { DiffBlock } from "../DiffBlock";
import { type Changes, countChanges, diffOf } from "../diff";
import { LongText } from "../LongText";
import { metadataOf, outputOf, relativePath, type ToolContext, type ToolRenderer, textOf } from "../tool";

/** Lines changed: what the server counted, else counted in its diff. */
function changesOf(part: ToolPart): Changes | undefined {
  const metadata = metadataOf(part);
  const counted = metadata.filediff;
  if (typeof counted === "object" && counted !== null && "additions" in counted && "deletions" in counted) {
    const { additions, deletions } = counted;
    if (typeof additions === "number" && typeof deletions === "number") return { additions, deletions };
  }
  const diff = diffOf(metadata);
  return diff === "" ? undefined : countChanges(diff);
}

function pathOf(part: ToolPart, context: ToolContext): string {
  return relativePath(textOf(part.state.input, "filePath", "path"), context.directory);
}

/** Files that were changed or written. */
export const edit: ToolRenderer = {
  tools: ["edit", "write", "multiedit", "patch", "apply_patch"],
  summary(part, context) {
    const changes = changesOf(part);
    const path = pathOf(part, context);
    const writes = part.tool === "write";
    return {
      icon: FilePen,
      verb: writes
        ? { base: "Write", doing: "Writing", done: "Wrote" }
        : { base: "Edit", doing: "Editing", done: "Edited" },
      subject: folderName(path) || "files",
      path,
      code: true,
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
        {(diff) => <DiffBlock diff={diff()} />}
      </Show>
      <Show when={props.part.state.status === "error"}>
        <LongText label="Error" text={outputOf(props.part)} tone="bad" />
      </Show>
    </>
  ),
};
