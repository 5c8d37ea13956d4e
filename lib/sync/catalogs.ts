import type { Server, ServerEvent } from "../model";
import type { OpenCodeClient } from "../opencode/client";
import type { Journal } from "./journal";

/** What can be chosen in a folder: its agents, models and commands. What cannot be had now stays as it is held. */
export function createCatalogs(server: () => Server, dispatch: (event: ServerEvent) => void, journal: Journal) {
  async function fetch(client: OpenCodeClient, directory: string, signal?: AbortSignal): Promise<void> {
    const catalog = await client.catalog(directory, signal);
    dispatch({ type: "catalog.replaced", directory, catalog });
  }

  async function refreshEach(client: OpenCodeClient, directories: string[], signal?: AbortSignal): Promise<void> {
    for (const known of directories) {
      await fetch(client, known, signal).catch(() => {
        if (!signal?.aborted) journal.skipped("catalog");
      });
    }
  }

  return {
    /** @throws FaultError what the server cannot be asked for */
    fetch,
    refreshEach,
    /** Those that are held. @param directory of one folder; "" for all */
    refresh(client: OpenCodeClient, directory: string): Promise<void> {
      const held = Object.keys(server().catalogs);
      return refreshEach(
        client,
        held.filter((known) => directory === "" || known === directory),
      );
    },
  };
}
