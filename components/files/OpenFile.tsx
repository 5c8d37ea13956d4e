import { createMemo, type JSX } from "solid-js";
import { folderName } from "../../lib/model";
import type { EntryGroup } from "../commands/palette/entries";
import { PaletteDialog } from "../commands/palette/PaletteDialog";
import { PaletteList } from "../commands/palette/PaletteList";
import { File, Folder } from "../ui/icons";
import { createFileSearch } from "./file-search";

/** A file of the project, to be found by some letters of its path, as the server's search finds it. */
export function OpenFile(props: {
  directory: string;
  find(query: string): Promise<string[]>;
  onOpen(path: string): void;
  onClose(): void;
}): JSX.Element {
  const search = createFileSearch((query) => props.find(query));
  const groups = createMemo((): EntryGroup[] => {
    const entries = search.files().map(({ path, isFolder, name, folder }) => ({
      id: path,
      label: isFolder ? `${name}/` : name,
      note: folder,
      icon: () => (isFolder ? <Folder /> : <File />),
      run: () => props.onOpen(path),
    }));
    return entries.length === 0 ? [] : [{ name: `Files of ${folderName(props.directory)}`, entries }];
  });
  return (
    <PaletteDialog title="Open a file" onClose={() => props.onClose()}>
      {(choose) => (
        <PaletteList
          label="Search files by name"
          listLabel="Files"
          groups={groups()}
          empty={search.why()}
          query={search.query()}
          onQuery={search.setQuery}
          onChoose={choose}
        />
      )}
    </PaletteDialog>
  );
}
