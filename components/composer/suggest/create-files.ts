import { type Accessor, createEffect, createSignal, onCleanup } from "solid-js";

/** Milliseconds without another key before the server is asked. */
const PAUSE = 120;

export interface FoundFiles {
  query: string;
  paths: readonly string[];
}

const NOTHING: FoundFiles = { query: "", paths: [] };

/**
 * Files like what is being typed. One search runs at a time, and the next is for what is typed then: a project of a million
 * files is not searched for every key.
 *
 * @param query `undefined` while no file is being named
 */
export function createFiles(
  query: Accessor<string | undefined>,
  find: (query: string) => Promise<string[]>,
): Accessor<FoundFiles> {
  const [found, setFound] = createSignal(NOTHING);
  let isBusy = false;

  async function search(): Promise<void> {
    const wanted = query();
    if (isBusy || wanted === undefined) return;
    isBusy = true;
    try {
      setFound({ query: wanted, paths: await find(wanted) });
    } catch (error) {
      // The connection's state tells what is wrong; the words can be sent all the same.
      console.warn("Files could not be looked for", error);
      setFound({ query: wanted, paths: [] });
    } finally {
      isBusy = false;
    }
    if (query() !== wanted) void search();
  }

  createEffect(() => {
    if (query() === undefined) {
      setFound(NOTHING);
      return;
    }
    const timer = setTimeout(() => void search(), PAUSE);
    onCleanup(() => clearTimeout(timer));
  });
  return found;
}
