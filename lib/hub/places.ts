import type { PlaceCalls } from "../bridge/calls/places";
import type { Reach } from "./reach";
import type { Store } from "./store";

/** Looks through folders of servers, and makes worktrees there. */
export function createPlaces(store: Store, { connected }: Pick<Reach, "connected">): PlaceCalls {
  return {
    async homeFolder(server) {
      return (await connected(server)).client.homeFolder();
    },

    async listFolders(server, path) {
      return (await connected(server)).client.folders(path);
    },

    async createWorktree(server, directory, name) {
      const { client } = await connected(server);
      const made = await client.createWorktree(directory, name);
      store.dispatch({
        type: "server",
        server,
        event: { type: "projects.replaced", projects: await client.projects() },
      });
      return made;
    },
  };
}
