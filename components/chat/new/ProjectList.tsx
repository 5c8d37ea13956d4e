import { createMemo, createSignal, createUniqueId, For, lazy, Show } from "solid-js";
import { useApp } from "../../app/context";
import { CommandButton } from "../../commands/CommandButton";
import { offerOf } from "../../commands/command";
import { folders } from "../../commands/list/composer";
import { grouped } from "../../composer/pickers/options";
import { Button } from "../../ui/Button";
import { Check } from "../../ui/icons";
import { TextField } from "../../ui/TextField";
import styles from "./NewSessionView.module.css";
import { hasWorktrees, targetId, targetOf, targetOfId, targetOptions, typedTargets } from "./targets";

// Most sessions work where another one has.
const FolderDialog = lazy(async () => ({ default: (await import("../../folders/FolderDialog")).FolderDialog }));
const WorktreeDialog = lazy(async () => ({ default: (await import("../../folders/WorktreeDialog")).WorktreeDialog }));

/** The folders known, of which one is where the new session works; another one can be typed. */
export function ProjectList() {
  const app = useApp();
  const name = createUniqueId();
  const options = createMemo(() => targetOptions(app.state));
  const chosen = createMemo(() => targetOf(app.state, app.drafts.get("new").target));
  const chosenId = () => {
    const target = chosen();
    return target ? targetId(target) : "";
  };
  // A typed folder that is chosen stands among the known ones.
  const shown = createMemo(() => {
    const target = chosen();
    if (!target || options().some((option) => option.id === chosenId())) return options();
    return [...typedTargets(app.state, target.directory).filter((option) => option.id === chosenId()), ...options()];
  });
  const groups = createMemo(() => grouped(shown()));
  const [path, setPath] = createSignal("");
  const typed = createMemo(() => typedTargets(app.state, path()));
  const choose = (id: string) => app.drafts.change("new", { target: targetOfId(id) });
  const [dialog, setDialog] = createSignal<"folder" | "worktree">();
  /** Takes what a dialog gave, on the server that it was opened for. */
  function take(directory: string): void {
    const server = chosen()?.server;
    if (server !== undefined) choose(targetId({ server, directory }));
    setDialog(undefined);
  }
  const offer = (id: string) =>
    offerOf(folders, id, {
      browse: () => setDialog("folder"),
      worktree: hasWorktrees(app.state, chosen()) ? () => setDialog("worktree") : undefined,
    });
  // The composer below browses as well, and offers that.
  app.commands.offer(() => [offer("new.worktree") ?? []].flat());
  return (
    <>
      <h2 class={styles.heading}>Where should it work?</h2>
      <For each={groups()}>
        {(group) => (
          <fieldset class={styles.group}>
            <legend class={group.name ? styles.legend : styles.hidden}>{group.name || "Projects"}</legend>
            <For each={group.options}>
              {(option) => (
                <label class={styles.project}>
                  <input
                    type="radio"
                    class={styles.radio}
                    name={name}
                    checked={option.id === chosenId()}
                    onChange={() => choose(option.id)}
                  />
                  <span class={styles.label} dir="auto">
                    {option.label}
                  </span>
                  <span class={styles.check}>
                    <Check />
                  </span>
                  <bdi class={styles.path}>{option.note}</bdi>
                </label>
              )}
            </For>
          </fieldset>
        )}
      </For>
      <TextField
        label="Another folder"
        value={path()}
        onInput={setPath}
        placeholder="/path/to/project"
        autocomplete="off"
        spellcheck={false}
        hint="A path on the machine where OpenCode runs"
        after={
          <Show when={chosen()}>
            <CommandButton offer={offer("new.browse")} />
          </Show>
        }
      />
      <Show when={typed().length > 0}>
        <div class={styles.use}>
          <For each={typed()}>
            {(option) => (
              <Button
                onClick={() => {
                  choose(option.id);
                  setPath("");
                }}
              >
                {option.label}
              </Button>
            )}
          </For>
        </div>
      </Show>
      <Show when={offer("new.worktree")}>
        {(worktree) => (
          <div>
            <CommandButton offer={worktree()} />
          </div>
        )}
      </Show>
      <Show when={dialog() === "folder" && chosen()}>
        {(target) => (
          <FolderDialog
            server={target().server}
            from={target().directory}
            onChoose={take}
            onClose={() => setDialog(undefined)}
          />
        )}
      </Show>
      <Show when={dialog() === "worktree" && chosen()}>
        {(target) => <WorktreeDialog target={target()} onChoose={take} onClose={() => setDialog(undefined)} />}
      </Show>
    </>
  );
}
