import { type Accessor, createEffect } from "solid-js";
import type { Catalog, Server, ServerId } from "../../lib/model";
import type { App } from "../app/context";

/**
 * Agents and models of a folder; fetched when they are not held. A failed fetch leaves the server's defaults: the prompt
 * can be sent all the same, and the connection's state tells what is wrong.
 */
export function createCatalog(
  app: App,
  server: Accessor<Server | undefined>,
  directory: Accessor<string | undefined>,
): Accessor<Catalog | undefined> {
  const held = (): Catalog | undefined => {
    const folder = directory();
    return folder === undefined ? undefined : server()?.catalogs[folder];
  };
  createEffect<string | undefined>((asked) => {
    const folder = directory();
    const id: ServerId | undefined = server()?.connection.status === "connected" ? server()?.id : undefined;
    if (folder === undefined || id === undefined || held()) return undefined;
    const key = `${id} ${folder}`;
    if (key !== asked) {
      app.background.loadCatalog(id, folder).catch((error: unknown) => {
        console.warn("Agents and models could not be fetched", error);
      });
    }
    return key;
  });
  return held;
}
