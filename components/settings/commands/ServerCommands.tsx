import { Show } from "solid-js";
import { useApp } from "../../app/context";
import { offersOf } from "../../commands/command";
import { server as commands } from "../../commands/list/server";
import { createAction } from "../../ui/action";
import { Dialog } from "../../ui/Dialog";
import { FaultLine } from "../../ui/FaultLine";
import { serverSubject, serversByNearness } from "./server-subject";

/** What can be done about the servers, wherever one is in the panel; and why it was not done. */
export function ServerCommands() {
  const app = useApp();
  const act = createAction((call: () => Promise<unknown>) => call());
  app.commands.offer(
    () =>
      serversByNearness(app.state, app.view()).flatMap((server) =>
        offersOf(
          commands,
          serverSubject(app, server, (call) => void act.run(call)),
        ),
      ),
    "everywhere",
  );
  return (
    <Show when={act.fault()}>
      {(fault) => (
        <Dialog open onOpenChange={act.clear} title="Not done">
          <FaultLine fault={fault()} />
        </Dialog>
      )}
    </Show>
  );
}
