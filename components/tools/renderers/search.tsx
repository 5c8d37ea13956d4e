import { createMemo, Show } from "solid-js";
import { FolderOpen, Search } from "../../ui/icons";
import { LongText } from "../LongText";
import { SearchHits } from "../SearchHits";
import { searchRows } from "../search-hits";
import { countNote, metadataOf, outputOf, relativePath, type ToolRenderer, textOf } from "../tool";

const Found: ToolRenderer["Detail"] = (props) => {
  const text = createMemo(() => (props.part.state.status === "completed" ? outputOf(props.part) : undefined));
  // By the text: a part that is fetched again is another object, and who came from a hit comes back to it.
  const rows = createMemo(() => {
    const found = text();
    return found === undefined ? undefined : searchRows(found);
  });
  return (
    <Show when={rows()} fallback={<LongText label="What was found" text={outputOf(props.part) || "Nothing found"} />}>
      {(found) => <SearchHits rows={found()} directory={props.context.directory} />}
    </Show>
  );
};

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

/** Folders that were listed. */
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
  Detail: Found,
};
