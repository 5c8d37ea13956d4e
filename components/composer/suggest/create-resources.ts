import { type Accessor, createEffect, createMemo, createSignal } from "solid-js";
import type { Resource } from "../../../lib/opencode/services";

/** What can be read at MCP servers, looked up each time somebody begins to name something; what was found last stays until then. */
export function createResources(
  isNaming: Accessor<boolean>,
  list: () => Promise<readonly Resource[]>,
): Accessor<readonly Resource[]> {
  const [found, setFound] = createSignal<readonly Resource[]>([]);
  const naming = createMemo(isNaming);
  let asked = 0;

  async function look(): Promise<void> {
    const turn = ++asked;
    try {
      const resources = await list();
      if (turn === asked) setFound(resources);
    } catch (error) {
      // The connection's state tells what is wrong, and the services' own list how the MCP servers are.
      console.warn("Resources could not be looked up", error);
      if (turn === asked) setFound([]);
    }
  }

  createEffect(() => {
    if (naming()) void look();
  });
  return found;
}
