import { folderName } from "../../../lib/model";
import { Eye } from "../../ui/icons";
import { LongText } from "../LongText";
import { outputOf, relativePath, type ToolRenderer, textOf } from "../tool";

/** Which lines were asked for; "" for the whole file. */
function rangeOf(input: Record<string, unknown>): string {
  const offset = typeof input.offset === "number" ? input.offset : undefined;
  const limit = typeof input.limit === "number" ? input.limit : undefined;
  if (offset === undefined && limit === undefined) return "";
  const from = offset ?? 1;
  return limit === undefined ? `from line ${from}` : `lines ${from}–${from + limit - 1}`;
}

/** The first line that was asked for, if that was not the file's. */
function lineOf({ offset }: Record<string, unknown>): { line?: number } {
  return typeof offset === "number" && offset > 1 ? { line: offset } : {};
}

/** Files that were read. */
export const read: ToolRenderer = {
  tools: ["read"],
  explores: { one: "file", many: "files" },
  summary(part, context) {
    const note = rangeOf(part.state.input);
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
  Detail: (props) => <LongText label="What was read" text={outputOf(props.part)} />,
};
