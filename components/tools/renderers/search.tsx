import { createMemo, Show } from "solid-js";
import type { ToolPart } from "../../../lib/model";
import { FolderOpen, Search } from "../../ui/icons";
import { shortened } from "../excerpt";
import { Failure } from "../Failure";
import { Given } from "../Given";
import { LongText } from "../LongText";
import { NoneYet } from "../NoneYet";
import { Result } from "../Result";
import { SearchHits } from "../SearchHits";
import { searchRows } from "../search-hits";
import { countNote, metadataOf, outputOf, relativePath, type ToolContext, type ToolRenderer, textOf } from "../tool";

const Found: ToolRenderer["Detail"] = (props) => {
  const text = createMemo(() => (props.part.state.status === "completed" ? outputOf(props.part) : undefined));
  // By the text: a part that is fetched again is another object, and who came from a hit comes back to it.
  const rows = createMemo(() => {
    const found = text();
    return found === undefined ? undefined : searchRows(found);
  });
  return (
    <>
      <Given input={props.part.state.input} names={["pattern"]} />
      <Show when={scopeOf(props.part, props.context)}>{(words) => <p dir="auto">{words()}</p>}</Show>
      <NoneYet part={props.part} />
      <Failure part={props.part} />
      <Show
        when={rows()}
        fallback={
          <Show when={text() !== undefined}>
            <LongText label="What was found" text={text() || "Nothing found"} />
          </Show>
        }
      >
        {(found) => <SearchHits rows={found()} directory={props.context.directory} />}
      </Show>
    </>
  );
};

/** Where a search looked, if not everywhere. */
function scopeOf(part: ToolPart, context: ToolContext): string {
  const { input } = part.state;
  if (textOf(input, "pattern") === "") return "";
  const path = relativePath(textOf(input, "path"), context.directory);
  const include = textOf(input, "include");
  const places = [...(path ? [`in ${path}`] : []), ...(include ? [`in files named ${include}`] : [])];
  return places.length > 0 ? shortened(`Only ${places.join(", ")}`) : "";
}

/** Searches by text and by name. */
export const search: ToolRenderer = {
  tools: ["grep", "glob"],
  explores: { one: "search", many: "searches" },
  summary(part) {
    const metadata = metadataOf(part);
    const note = countNote(metadata.matches, "match", "matches") ?? countNote(metadata.count, "file", "files");
    return {
      icon: Search,
      verb: { base: "Search", doing: "Searching", done: "Searched" },
      subject: textOf(part.state.input, "pattern") || "the project",
      code: true,
      ...(note ? { note } : {}),
    };
  },
  Detail: Found,
};

/** Folders that were listed: by older servers, this one reads them [1.18.33]. */
export const list: ToolRenderer = {
  tools: ["list"],
  explores: { one: "folder", many: "folders" },
  summary(part, context) {
    const path = relativePath(textOf(part.state.input, "path"), context.directory) || ".";
    return {
      icon: FolderOpen,
      verb: { base: "List", doing: "Listing", done: "Listed" },
      subject: path,
      path,
      opens: { path },
      code: true,
    };
  },
  // A tree, whose indentation says what is in what.
  Detail: (props) => (
    <>
      <Given input={props.part.state.input} names={["path"]} />
      <Result part={props.part} />
    </>
  ),
};
