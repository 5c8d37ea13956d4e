import Columns2 from "lucide-solid/icons/columns-2";
import RotateCw from "lucide-solid/icons/rotate-cw";
import Rows2 from "lucide-solid/icons/rows-2";
import { createEffect, createMemo, createSignal, For, type JSX, on, Show } from "solid-js";
import { type ChangeScope, type FileChange, findSession, type SessionKey } from "../../lib/model";
import { useApp } from "../app/context";
import { ProjectFilesProvider, projectFiles } from "../files/project-files";
import { sumOf } from "../tools/diff";
import { DiffRowsProvider } from "../tools/diff-rows";
import { createAction } from "../ui/action";
import { Button } from "../ui/Button";
import { FaultLine } from "../ui/FaultLine";
import { IconButton } from "../ui/IconButton";
import { KeyedFor } from "../ui/KeyedFor";
import { LineChanges } from "../ui/LineChanges";
import { Sheet } from "../ui/Sheet";
import { StateMark } from "../ui/StateMark";
import { CommentsProvider, createComments } from "./comments";
import { createSplitChoice, createWide, SplitProvider } from "./layout";
import styles from "./Review.module.css";
import { ReviewFile } from "./ReviewFile";
import { ReviewRows } from "./ReviewRows";

const WORDS: Record<ChangeScope["type"], string> = { turn: "This turn", session: "Session", tree: "Not committed" };

/** The files that a turn, a session or anybody has changed, each with its diff, to be commented on. */
export function ReviewSheet(props: { key: SessionKey; scope: ChangeScope; onClose(): void }): JSX.Element {
  const app = useApp();
  const found = createMemo(() => findSession(app.state, props.key));
  const [scope, setScope] = createSignal(props.scope);
  const [files, setFiles] = createSignal<FileChange[]>();
  const wide = createWide(() => app.columns() === 3);
  const [split, setSplit] = createSplitChoice();
  const comments = createComments(app.drafts, props.key);
  /** A subagent takes its work from another agent. */
  const canComment = () => found() !== undefined && found()?.session.parentId === undefined;
  const scopes = (): ChangeScope[] => [
    ...(props.scope.type === "turn" ? [props.scope] : []),
    { type: "session" },
    { type: "tree" },
  ];

  // As the session works: each end of a run, and whenever the server has told of changes, which it does with the turn's prompt.
  const version = createMemo(() => {
    const held = found();
    if (!held) return "";
    const { session, server } = held;
    const told = Object.values(server.transcripts[session.id]?.messages ?? {}).flatMap(({ changes }) =>
      changes ? [`${changes.files ?? ""}+${changes.additions}-${changes.deletions}`] : [],
    );
    return [session.updatedAt, server.statuses[session.id]?.type ?? "idle", ...told].join(" ");
  });
  const load = createAction(async () => {
    for (;;) {
      const [asked, seen] = [scope(), version()];
      const changes = await app.background.changes(props.key, asked);
      // What has changed meanwhile may not be in it.
      if (asked !== scope() || seen !== version()) continue;
      setFiles(changes);
      return;
    }
  });
  createEffect(on([scope, version], () => void load.run()));

  function choose(next: ChangeScope): void {
    setFiles(undefined);
    setScope(next);
  }

  return (
    <Sheet
      title="Changes"
      onClose={() => props.onClose()}
      actions={
        <>
          <Show when={wide()}>
            <IconButton
              label={split() ? "Show one below the other" : "Show side by side"}
              onClick={() => setSplit(!split())}
            >
              {split() ? <Rows2 /> : <Columns2 />}
            </IconButton>
          </Show>
          <IconButton label="Reload" aria-disabled={load.busy()} onClick={() => void load.run()}>
            <RotateCw />
          </IconButton>
        </>
      }
    >
      <div class={styles.bar}>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields */}
        <div class={styles.scopes} role="group" aria-label="Changes of">
          <For each={scopes()}>
            {(one) => (
              <button
                type="button"
                class={styles.scope}
                aria-pressed={scope().type === one.type}
                onClick={() => choose(one)}
              >
                {WORDS[one.type]}
              </button>
            )}
          </For>
        </div>
        <Show when={files()}>
          {(held) => (
            <span class={styles.sum} role="status">
              {held().length === 1 ? "1 file" : `${held().length} files`}
              <LineChanges {...sumOf(held())} />
            </span>
          )}
        </Show>
      </div>
      <Show when={load.fault()}>
        {(fault) => (
          <div class={styles.note}>
            <FaultLine fault={fault()} doing="Not loaded" />
          </div>
        )}
      </Show>
      <Show
        when={files()}
        fallback={
          <Show when={load.busy()}>
            <p class={styles.note} role="status">
              <StateMark mark="working" /> Loading…
            </p>
          </Show>
        }
      >
        {(held) => (
          <Show when={held().length > 0} fallback={<p class={styles.note}>{NOTHING[scope().type]}</p>}>
            <ProjectFilesProvider
              value={projectFiles(app, props.key, () => found()?.session.directory ?? "", app.layers.open)}
            >
              <SplitProvider value={() => wide() && split()}>
                <DiffRowsProvider value={ReviewRows}>
                  <CommentsProvider value={canComment() ? comments : undefined}>
                    <ul class={styles.files} aria-label="Changed files">
                      <KeyedFor each={held()} by={(file) => file.path}>
                        {(file) => (
                          <ReviewFile
                            file={file()}
                            isOnly={held().length === 1}
                            onLarge={() => app.background.changesOf(props.key, scope(), file().path)}
                          />
                        )}
                      </KeyedFor>
                    </ul>
                  </CommentsProvider>
                </DiffRowsProvider>
              </SplitProvider>
            </ProjectFilesProvider>
          </Show>
        )}
      </Show>
      <Show when={canComment() && comments.all().length > 0}>
        <div class={styles.foot}>
          <span class={styles.grow} role="status">
            {comments.all().length === 1 ? "1 comment goes" : `${comments.all().length} comments go`} with your next
            message.
          </span>
          <Button
            variant="primary"
            onClick={() => {
              app.layers.clear();
              app.go({ screen: "session", key: props.key });
            }}
          >
            Write it
          </Button>
        </div>
      </Show>
    </Sheet>
  );
}

const NOTHING: Record<ChangeScope["type"], string> = {
  turn: "No file is changed by this turn, as far as the server knows.",
  session: "No file is changed by this session, as far as the server knows.",
  tree: "Everything is committed, or this is no git repository.",
};
