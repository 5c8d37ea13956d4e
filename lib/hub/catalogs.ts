import type { ServerId } from "../model";
import type { createPanels } from "./panels";
import type { Store } from "./store";

/** Catalogs that are held of folders which no panel needs: the ones asked for last. */
export const SPARE_CATALOGS = 4;
/** Folders that a panel may need at a time: of the session on show, and of a new one. */
const OF_A_PANEL = 2;

/**
 * Bounds what is held of models, agents and commands, which are long lists and part of every snapshot. A panel that needs what
 * was dropped asks for it again.
 *
 * @returns to be called when somebody asks for a catalog
 */
export function limitCatalogs(
  store: Store,
  panels: Pick<ReturnType<typeof createPanels>, "count" | "watchedOn">,
): (server: ServerId, directory: string) => void {
  /** In the order in which they were asked for. */
  const asked = new Map<string, { server: ServerId; directory: string }>();

  function use(server: ServerId, directory: string): void {
    const place = `${server} ${directory}`;
    asked.delete(place);
    asked.set(place, { server, directory });
  }

  function isOnShow(server: ServerId, directory: string): boolean {
    return panels.watchedOn(server).some((id) => store.state.servers[server]?.sessions[id]?.directory === directory);
  }

  function limit(): void {
    let room = SPARE_CATALOGS + OF_A_PANEL * panels.count();
    for (const [place, { server, directory }] of [...asked].reverse()) {
      if (!store.state.servers[server]?.catalogs[directory]) continue;
      room -= 1;
      if (room >= 0 || isOnShow(server, directory)) continue;
      asked.delete(place);
      store.dispatch({ type: "server", server, event: { type: "catalog.dropped", directory } });
    }
  }

  store.listen((event) => {
    if (event.type !== "server" || event.event.type !== "catalog.replaced") return;
    const { directory } = event.event;
    // One that is fetched again because it may have changed was not asked for by anybody.
    if (!asked.has(`${event.server} ${directory}`)) use(event.server, directory);
    limit();
  });
  return use;
}
