import { createSignal, Show } from "solid-js";
import { folderName } from "../../lib/model";
import { useApp } from "../app/context";
import type { Target } from "../chat/new/targets";
import { createAction } from "../ui/action";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { FaultLine } from "../ui/FaultLine";
import { TextField } from "../ui/TextField";
import styles from "./FolderDialog.module.css";

/** Makes a worktree of a project to work in. */
export function WorktreeDialog(props: { target: Target; onChoose(path: string): void; onClose(): void }) {
  const app = useApp();
  const [name, setName] = createSignal("");
  const create = createAction(async ({ server, directory }: Target) => {
    const named = name().trim();
    props.onChoose(await app.background.createWorktree(server, directory, ...(named === "" ? [] : [named])));
  });
  let field: HTMLInputElement | undefined;

  return (
    <Dialog
      open
      onOpenChange={() => props.onClose()}
      title={`New worktree of ${folderName(props.target.directory)}`}
      first={() => field}
    >
      <form
        class={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void create.run(props.target);
        }}
      >
        <p class={styles.none}>
          A copy of the last commit in a folder and on a branch of its own: an agent can work there and leave yours
          alone.
        </p>
        <TextField
          ref={(input: HTMLInputElement) => {
            field = input;
          }}
          label="Name"
          value={name()}
          onInput={setName}
          autocomplete="off"
          maxlength={100}
          hint="Without one OpenCode finds a name"
        />
        <Show when={create.fault()}>{(fault) => <FaultLine fault={fault()} doing="Not created" />}</Show>
        <div class={styles.actions}>
          <Button onClick={() => props.onClose()}>Cancel</Button>
          <Button variant="primary" type="submit" busy={create.busy()}>
            {create.busy() ? "Creating…" : "Create"}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
