import { createEffect, on, Show } from "solid-js";
import type { CardView } from "../../lib/model";
import { useApp } from "../app/context";
import { CommandButton } from "../commands/CommandButton";
import { Button } from "../ui/Button";
import { CopyButton } from "../ui/CopyButton";
import { Dialog } from "../ui/Dialog";
import { FaultLine } from "../ui/FaultLine";
import { TextField } from "../ui/TextField";
import type { SessionActions } from "./create-session-actions";
import styles from "./SessionDialog.module.css";

/** Says what sharing means before it is done, and has the link afterwards. */
export function ShareDialog(props: { view: CardView; actions: SessionActions; onClose(): void }) {
  const app = useApp();
  const share = () => app.background.shareSession(props.view.key, true);
  const { act } = props.actions;
  const end = () => props.actions.offers().find(({ command }) => command.id === "session.unshare");
  const link = () => props.view.session.shareUrl;
  let field: HTMLInputElement | undefined;
  let button: HTMLElement | undefined;
  const first = () => (link() ? field : button);
  // What was pressed goes: what stands there instead has the focus then.
  createEffect(on(link, () => first()?.focus(), { defer: true }));
  return (
    <Dialog
      open
      onOpenChange={() => props.onClose()}
      title={link() ? "This session is shared" : "Share this session?"}
      first={first}
    >
      <p class={styles.text}>
        {link()
          ? "Anyone with the link can read all of it, also what is still to be said."
          : "All that was said, with code and the output of tools, goes to OpenCode’s sharing service. Anyone with the link can read it."}
      </p>
      <Show when={link()}>
        {(url) => (
          <TextField
            ref={(input: HTMLInputElement) => (field = input)}
            label="Link"
            value={url()}
            onInput={() => undefined}
            readonly
            dir="ltr"
            after={<CopyButton text={url()} label="Copy link" />}
          />
        )}
      </Show>
      <Show when={act.fault()}>
        {(fault) => <FaultLine fault={fault()} doing={link() ? "Still shared" : "Not shared"} />}
      </Show>
      <div class={styles.actions}>
        <Show
          when={link()}
          fallback={
            <>
              <Button onClick={() => props.onClose()}>Cancel</Button>
              <Button
                ref={(element) => (button = element)}
                variant="primary"
                busy={act.busy()}
                onClick={() => void act.run(share)}
              >
                Share
              </Button>
            </>
          }
        >
          <CommandButton variant="danger" busy={act.busy()} offer={end()} />
        </Show>
      </div>
    </Dialog>
  );
}
