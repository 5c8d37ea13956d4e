import { createEffect, on, Show } from "solid-js";
import type { CardView } from "../../lib/model";
import { useApp } from "../app/context";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { FaultLine } from "../ui/FaultLine";
import { StateMark } from "../ui/StateMark";
import { createExport, type Format } from "./create-export";
import styles from "./ExportDialog.module.css";

/** Asks what kind of file a session goes into, and says how far it is. */
export function ExportDialog(props: { view: Pick<CardView, "key" | "session">; onClose(): void }) {
  const app = useApp();
  const task = createExport(app.background, props.view.key, () => props.view.session);

  let room: HTMLElement | undefined;
  // The button that was pressed goes: what takes its place has the focus then.
  createEffect(on(task.format, () => room?.querySelector("button")?.focus(), { defer: true }));

  async function run(format: Format): Promise<void> {
    if (await task.run(format)) props.onClose();
  }

  return (
    <Dialog
      open
      onOpenChange={() => props.onClose()}
      title="Export session"
      first={() => room?.querySelector("button") ?? undefined}
    >
      <p class={styles.text}>All of its messages go into a file on this computer, with code and the output of tools.</p>
      <div
        ref={(element) => {
          room = element;
        }}
      >
        <Show
          when={task.format()}
          fallback={
            <div class={styles.formats}>
              <Button onClick={() => void run("markdown")}>Markdown</Button>
              <span class={styles.about}>To be read, with calls of tools folded away</span>
              <Button onClick={() => void run("json")}>JSON</Button>
              <span class={styles.about}>For “opencode import”, and to be imported here</span>
            </div>
          }
        >
          <div class={styles.progress}>
            <StateMark mark="working" />
            <span class={styles.grow} role="status" aria-label="Export">
              {task.count() === 0 ? "Fetching messages…" : `${task.count().toLocaleString("en")} messages so far…`}
            </span>
            <Button onClick={() => task.cancel()}>Cancel</Button>
          </div>
        </Show>
      </div>
      <Show when={task.fault()}>{(fault) => <FaultLine fault={fault()} doing="Not exported" />}</Show>
    </Dialog>
  );
}
