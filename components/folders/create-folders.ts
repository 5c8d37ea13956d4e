import { type Accessor, createSignal } from "solid-js";
import { describeFault, type Fault, type ServerId, toFault } from "../../lib/model";
import type { Folder } from "../../lib/opencode/places";
import type { App } from "../app/context";

export interface Folders {
  /** The folder that is looked into. */
  path: Accessor<string>;
  home: Accessor<string>;
  /** What is in it; empty while that is not known. */
  list: Accessor<Folder[]>;
  loading: Accessor<boolean>;
  /** Why there is nothing to see, and what to do. */
  problem: Accessor<string | undefined>;
  open(path: string): Promise<void>;
}

/** A way through the folders of a server's machine, from `from` or its user's home. */
export function createFolders(
  background: Pick<App["background"], "homeFolder" | "listFolders">,
  server: ServerId,
  from: string | undefined,
): Folders {
  const [path, setPath] = createSignal(from ?? "");
  const [home, setHome] = createSignal("");
  const [list, setList] = createSignal<Folder[]>([]);
  const [loading, setLoading] = createSignal(true);
  const [problem, setProblem] = createSignal<string>();
  /** The look under way: who goes on before it ends does not come back. */
  let own: symbol | undefined;

  async function look(find: () => Promise<string>): Promise<void> {
    const mine = Symbol();
    own = mine;
    setLoading(true);
    setProblem(undefined);
    setList([]);
    try {
      const wanted = await find();
      if (own !== mine) return;
      setPath(wanted);
      const found = await background.listFolders(server, wanted);
      if (own === mine) setList(found);
    } catch (error) {
      if (own === mine) setProblem(wordsFor(toFault(error)));
    } finally {
      if (own === mine) setLoading(false);
    }
  }

  void look(async () => {
    const known = await background.homeFolder(server);
    setHome(known);
    return from ?? known;
  });
  return { path, home, list, loading, problem, open: (wanted) => look(async () => wanted) };
}

function wordsFor(fault: Fault): string {
  // All that a server says of a folder that is not there, that is a file or may not be read [measured on 1.18.33].
  if (fault.kind === "server-fault") {
    return "OpenCode cannot read this folder. It may be gone, or not be OpenCode’s to read. Go up, or type another path.";
  }
  const { title, remedy } = describeFault(fault);
  return `${title}. ${remedy}`;
}
