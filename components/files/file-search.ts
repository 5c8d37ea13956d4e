import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from "solid-js";
import { describeFault } from "../../lib/model";
import { fitOf } from "../commands/palette/fuzzy";
import { createLoaded } from "../ui/loaded";

/** Milliseconds without another key before the server is asked. */
const PAUSE = 120;

/** A file or folder as a list shows it. */
export interface FoundFile {
  path: string;
  isFolder: boolean;
  name: string;
  /** "" for what is in the project's own folder. */
  folder: string;
}

export interface FileSearch {
  query: Accessor<string>;
  setQuery(query: string): void;
  files: Accessor<readonly FoundFile[]>;
  /** Why there are none, unless nothing is found. */
  why: Accessor<string | undefined>;
}

/** Files of a project by some letters of their paths: one search at a time, the next for what is typed then. */
export function createFileSearch(find: (query: string) => Promise<string[]>): FileSearch {
  const [query, setQuery] = createSignal("");
  const words = createMemo(() => query().trim());
  const { value, load } = createLoaded(words, async () => {
    const asked = words();
    return { asked, paths: await find(asked) };
  });
  const files = createMemo(() => {
    const { asked, paths } = value() ?? { asked: "", paths: [] };
    if (load.fault()) return [];
    // Until the next come, of those before only what may be meant: it can be chosen at once.
    const meant = asked === words() ? paths : paths.filter((path) => fitOf(words(), path) !== undefined);
    return meant.map(foundFile);
  });
  createEffect(
    on(words, (_, before) => {
      const timer = setTimeout(() => void load.run(), before === undefined ? 0 : PAUSE);
      onCleanup(() => clearTimeout(timer));
    }),
  );
  return {
    query,
    setQuery,
    files,
    why() {
      const fault = load.fault();
      if (fault) return `Not searched: ${describeFault(fault).title}`;
      return value()?.asked === words() ? undefined : "Searching…";
    },
  };
}

function foundFile(found: string): FoundFile {
  const path = found.replace(/[\\/]+$/, "");
  const at = Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\"));
  return { path, isFolder: path !== found, name: path.slice(at + 1), folder: path.slice(0, Math.max(0, at)) };
}
