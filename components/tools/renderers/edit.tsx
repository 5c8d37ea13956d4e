import { createMemo, Match, Show, Switch } from "solid-js";
import { folderName, type ToolPart } from "../../../lib/model";
import { FilePen } from "../../ui/icons";
import { CodeText } from "../CodeText";
import { DiffBlock } from "../DiffBlock";
import { DiffSection } from "../DiffSection";
import { type Changes, countChanges, diffOf, replacementOf, sumOf } from "../diff";
import { Failure } from "../Failure";
import { editVerbOf, fateOf, patchedFiles } from "../fates";
import { Given } from "../Given";
import { ProblemList } from "../ProblemList";
import { errorWords, problemsOf } from "../problems";
import { Result } from "../Result";
import { metadataOf, relativePath, type ToolContext, type ToolRenderer, textOf, type Verb } from "../tool";

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
  if (diff !== "") return countChanges(diff);
  // Of a file that was not there all lines are new; the server has no diff of it [recorded on 1.18.33].
  const content = part.state.status === "completed" && metadata.exists === false && textOf(part.state.input, "content");
  return content ? { additions: content.replace(/\n$/, "").split("\n").length, deletions: 0 } : undefined;
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

/** Every name a call's files have: as the model says it, and as the server does once it is made. */
function isOwn(part: ToolPart, context: ToolContext): (path: string) => boolean {
  const metadata = metadataOf(part);
  const told = [metadata.filepath, ...patchedFiles(metadata).flatMap((file) => [file.filePath, file.movePath])];
  const names = [...pathsOf(part, context), ...told.filter((name) => typeof name === "string")];
  const own = new Set(names.map((name) => relativePath(name, context.directory).replaceAll("\\", "/")));
  return (path) => own.has(relativePath(path, context.directory).replaceAll("\\", "/"));
}

const problemsAfter = (part: ToolPart, context: ToolContext) => problemsOf(metadataOf(part), isOwn(part, context));

const WRITE: Verb = { base: "Write", doing: "Writing", done: "Wrote" };

/** Fields that say what comes into a file. */
const WRITTEN = ["content", "newString", "patchText", "patch"];

/** What a call without a diff puts into a file: it is not made yet, it failed, or the server tells no more. */
const Wanted: ToolRenderer["Detail"] = (props) => {
  const input = () => props.part.state.input;
  const path = () => pathsOf(props.part, props.context)[0] ?? "";
  const replacement = createMemo(() => {
    const old = textOf(input(), "oldString");
    return old ? replacementOf(path(), old, textOf(input(), "newString")) : undefined;
  });
  return (
    <>
      <Switch fallback={<Given label="What is written" input={input()} names={WRITTEN} />}>
        <Match when={replacement()}>
          {(file) => (
            <DiffSection file={file()} label="What is replaced" looks="loose" isCounted={false} maxLines={14} />
          )}
        </Match>
        <Match when={textOf(input(), "content")}>
          {(content) => <CodeText label="What is written" text={content()} path={path()} />}
        </Match>
      </Switch>
      <Show when={props.part.state.status === "completed" && textOf(input(), ...WRITTEN) === ""}>
        <Result part={props.part} />
      </Show>
    </>
  );
};

/** Files that were changed or written. */
export const edit: ToolRenderer = {
  tools: ["edit", "write", "multiedit", "patch", "apply_patch"],
  unfolds: "edits",
  summary(part, context) {
    const changes = changesOf(part);
    const paths = pathsOf(part, context);
    const [path = ""] = paths;
    const problems = problemsAfter(part, context);
    return {
      icon: FilePen,
      verb: part.tool === "write" ? WRITE : editVerbOf(part),
      subject: paths.length > 1 ? `${paths.length} files` : folderName(path) || "files",
      // Several are named by their sections.
      ...(paths.length > 1 ? {} : { path, ...(path ? { opens: { path } } : {}) }),
      code: paths.length === 1,
      ...(changes ? { changes } : {}),
      ...(problems ? { alarm: errorWords(problems) } : {}),
    };
  },
  Detail: (props) => (
    <>
      <Show when={diffOf(metadataOf(props.part))} fallback={<Wanted part={props.part} context={props.context} />}>
        {(diff) => (
          <DiffBlock
            diff={diff()}
            directory={props.context.directory}
            about={(path) => fateOf(metadataOf(props.part), props.context.directory, path)}
          />
        )}
      </Show>
      <Show when={problemsAfter(props.part, props.context)}>
        {(problems) => <ProblemList problems={problems()} directory={props.context.directory} />}
      </Show>
      <Failure part={props.part} />
    </>
  ),
};
