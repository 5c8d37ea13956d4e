import { Show } from "solid-js";
import type { Server } from "../../../lib/model";
import { useApp } from "../../app/context";
import { createAction } from "../../ui/action";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import dialog from "../../ui/Dialog.module.css";
import { FaultLine } from "../../ui/FaultLine";

/** Asks before a server is removed, and stays when it was not. */
export function RemoveServer(props: { server: Server }) {
  const app = useApp();
  const close = () => app.commands.show(undefined);
  const remove = createAction((id: string) => app.background.removeServer(id));
  let cancel: HTMLElement | undefined;
  return (
    <Dialog open onOpenChange={close} title={`Remove “${props.server.profile.name}”?`} first={() => cancel}>
      <p class={dialog.text}>
        Its address, its password and what is kept here of its sessions are deleted from this browser. The server keeps
        its sessions.
      </p>
      <Show when={remove.fault()}>{(fault) => <FaultLine fault={fault()} doing="Not removed" />}</Show>
      <div class={dialog.actions}>
        <Button ref={(element) => (cancel = element)} onClick={close}>
          Cancel
        </Button>
        <Button
          variant="danger"
          busy={remove.busy()}
          onClick={() => void remove.run(props.server.id).then((worked) => worked && close())}
        >
          Remove
        </Button>
      </div>
    </Dialog>
  );
}
