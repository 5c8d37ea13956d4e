import { createSignal, Show } from "solid-js";
import type { CardView } from "../../lib/model";
import { useApp } from "../app/context";
import { createAction } from "../ui/action";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { FaultLine } from "../ui/FaultLine";
import { TextField } from "../ui/TextField";
import styles from "./SessionDialog.module.css";

/** Asks for a session's new title. */
export function RenameDialog(props: { view: CardView; onClose(): void }) {
  const app = useApp();
  const [title, setTitle] = createSignal(props.view.session.title);
  const rename = createAction(() => app.background.renameSession(props.view.key, title().trim()));

  let field: HTMLInputElement | undefined;

  async function submit(): Promise<void> {
    if (title().trim() !== "" && (await rename.run())) props.onClose();
  }

  return (
    <Dialog open onOpenChange={() => props.onClose()} title="Rename session" first={() => field}>
      <form
        class={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <TextField
          ref={(input: HTMLInputElement) => {
            field = input;
          }}
          label="Title"
          value={title()}
          onInput={setTitle}
          autocomplete="off"
          dir="auto"
          maxlength={300}
          required
        />
        <Show when={rename.fault()}>{(fault) => <FaultLine fault={fault()} doing="Not renamed" />}</Show>
        <div class={styles.actions}>
          <Button onClick={() => props.onClose()}>Cancel</Button>
          <Button variant="primary" type="submit" busy={rename.busy()}>
            Rename
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
