import { type Server, type ServerId, type State, splitSessionKey } from "../../../lib/model";
import type { App, View } from "../../app/context";
import type { ServerSubject } from "../../commands/list/server";
import { worstServer } from "../connection-words";

/** A server, as the commands for it want it. */
export function serverSubject(
  app: App,
  server: Server,
  run: ServerSubject["run"],
  go: (view: View) => void = app.go,
): ServerSubject {
  return {
    server,
    note: Object.keys(app.state.servers).length > 1 ? server.profile.name : undefined,
    background: app.background,
    here: app.view,
    go,
    run,
    remove: () => app.commands.show({ remove: server.id }),
  };
}

/** All servers, first the one that is most likely meant: of what is open, then the one that is worst off. */
export function serversByNearness(state: State, view: View): Server[] {
  const near: (ServerId | undefined)[] = [openServer(view), worstServer(state)?.id];
  const rank = ({ id }: Server) => (near.indexOf(id) + near.length + 1) % (near.length + 1);
  return Object.values(state.servers).sort((a, b) => rank(a) - rank(b));
}

function openServer(view: View): ServerId | undefined {
  if (view.screen === "session") return splitSessionKey(view.key).server;
  if (view.screen === "server") return view.id;
  return view.screen === "providers" ? view.place.server : undefined;
}
