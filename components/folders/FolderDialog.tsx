import { createMemo, createSignal, createUniqueId, For, Show } from "solid-js";
import type { ServerId } from "../../lib/model";
import { useApp } from "../app/context";
import { moved } from "../composer/pickers/options";
import { Button } from "../ui/Button";
import { Checkbox } from "../ui/Checkbox";
import { Dialog } from "../ui/Dialog";
import { IconButton } from "../ui/IconButton";
import { CornerLeftUp, Folder as FolderIcon } from "../ui/icons";
import input from "../ui/input.module.css";
import { keepInView } from "../ui/keep-in-view";
import { createFolders } from "./create-folders";
import styles from "./FolderDialog.module.css";
import { parentOf, shownFolders, typedPath } from "./listing";

export interface FolderDialogProps {
  server: ServerId;
  /** Where it begins; the home folder of the server's user without. */
  from: string | undefined;
  onChoose(path: string): void;
  onClose(): void;
}

/** Looks through the folders of a server's machine for one to work in. The focus stays on the field. */
export function FolderDialog(props: FolderDialogProps) {
  const app = useApp();
  const base = createUniqueId();
  const folders = createFolders(app.background, props.server, props.from);
  const [filter, setFilter] = createSignal("");
  const [hidden, setHidden] = createSignal(false);
  const [at, setAt] = createSignal(0);
  const shown = createMemo(() => shownFolders(folders.list(), filter(), hidden()));
  const current = () => shown()[Math.min(at(), shown().length - 1)];
  const idOf = (path: string) => `${base}-${path}`;
  let field: HTMLInputElement | undefined;
  let list: HTMLElement | undefined;

  keepInView(
    () => list,
    () => current() && idOf(current()?.path ?? ""),
  );

  function enter(path: string): void {
    setFilter("");
    setAt(0);
    field?.focus();
    void folders.open(path);
  }
  function up(): void {
    const parent = parentOf(folders.path());
    if (parent !== undefined) enter(parent);
  }
  function type(text: string): void {
    setFilter(text);
    setAt(0);
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const inText = event.key === "Home" || event.key === "End";
    const next = inText ? undefined : moved(event.key, at(), shown().length);
    if (next !== undefined) setAt(next);
    else if (event.key === "Backspace" && filter() === "") up();
    else if (event.key === "Enter") {
      const path = typedPath(filter(), folders.home()) ?? current()?.path;
      if (path) enter(path);
    } else return;
    event.preventDefault();
  }

  return (
    <Dialog open onOpenChange={() => props.onClose()} title="Choose a folder" first={() => field}>
      <div class={styles.place}>
        <IconButton
          label="Up to the folder that this one is in"
          size="small"
          aria-disabled={parentOf(folders.path()) === undefined ? true : undefined}
          onClick={up}
        >
          <CornerLeftUp />
        </IconButton>
        <span class={styles.path} role="status" aria-label="Folder">
          <bdi>{folders.path()}</bdi>
        </span>
      </div>
      <input
        ref={(element) => {
          field = element;
        }}
        class={`${input.input} ${styles.field}`}
        type="text"
        role="combobox"
        aria-label="Find a folder"
        aria-expanded="true"
        aria-controls={`${base}-list`}
        aria-activedescendant={current() && idOf(current()?.path ?? "")}
        placeholder="Type a name, or a path"
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        value={filter()}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div
        ref={(element) => {
          list = element;
        }}
        id={`${base}-list`}
        class={styles.list}
        role="listbox"
        aria-label="Folders"
        aria-busy={folders.loading()}
      >
        <For each={shown()}>
          {(folder) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys of the whole list
            // biome-ignore lint/a11y/useFocusableInteractive: the highlight is told by aria-activedescendant
            <div
              id={idOf(folder.path)}
              class={styles.folder}
              role="option"
              aria-selected={folder.path === current()?.path}
              onClick={() => enter(folder.path)}
            >
              <FolderIcon />
              <bdi class={styles.name}>{folder.name}</bdi>
            </div>
          )}
        </For>
      </div>
      <Show when={!folders.loading() && shown().length === 0}>
        <p class={styles.none} role={folders.problem() ? "alert" : "status"}>
          {folders.problem() ??
            (filter() ? `No folder here is like “${filter()}”.` : "There are no folders in this one.")}
        </p>
      </Show>
      <Checkbox label="Show hidden folders" checked={hidden()} onChange={setHidden} />
      <div class={styles.actions}>
        <Button onClick={() => props.onClose()}>Cancel</Button>
        <Button
          variant="primary"
          busy={folders.loading() || folders.problem() !== undefined}
          onClick={() => props.onChoose(folders.path())}
        >
          Use this folder
        </Button>
      </div>
    </Dialog>
  );
}
