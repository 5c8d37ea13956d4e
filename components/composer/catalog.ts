import { type Accessor, createEffect, createSignal } from "solid-js";
import { type Catalog, type Fault, type Server, type ServerId, toFault } from "../../lib/model";
import type { App } from "../app/context";

/** Agents, models and commands of a folder, `undefined` while they are not held. */
export interface CatalogAccessor extends Accessor<Catalog | undefined> {
  /** Why they could not be fetched. */
  fault: Accessor<Fault | undefined>;
  /** Fetches them once more. */
  retry(): void;
}

/**
 * Fetched when they are not held. A failed fetch leaves the server's defaults: a prompt can be sent all the same, but nobody
 * knows what is a command.
 */
export function createCatalog(
  app: Pick<App, "background">,
  server: Accessor<Server | undefined>,
  directory: Accessor<string | undefined>,
): CatalogAccessor {
  const held = (): Catalog | undefined => {
    const folder = directory();
    return folder === undefined ? undefined : server()?.catalogs[folder];
  };
  const [failed, setFailed] = createSignal<{ key: string; fault: Fault }>();
  const wanted = (): { id: ServerId; folder: string; key: string } | undefined => {
    const folder = directory();
    const id: ServerId | undefined = server()?.connection.status === "connected" ? server()?.id : undefined;
    if (folder === undefined || id === undefined || held()) return undefined;
    return { id, folder, key: `${id} ${folder}` };
  };

  function fetch({ id, folder, key }: { id: ServerId; folder: string; key: string }): void {
    setFailed(undefined);
    app.background.loadCatalog(id, folder).catch((error: unknown) => setFailed({ key, fault: toFault(error) }));
  }
  createEffect<string | undefined>((asked) => {
    const place = wanted();
    if (place && place.key !== asked) fetch(place);
    return place?.key;
  });

  return Object.assign(held, {
    fault: () => (failed()?.key === wanted()?.key ? failed()?.fault : undefined),
    retry() {
      const place = wanted();
      if (place) fetch(place);
    },
  });
}
