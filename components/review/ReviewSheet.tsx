import { createEffect, createMemo, createSignal, For, type JSX, on, Show } from "solid-js";
import { type ChangeScope, findSession, type SessionKey } from "../../lib/model";
import { useApp } from "../app/context";
import { CommandButton, CommandIcon } from "../commands/CommandButton";
import { offerOf, offersOf } from "../commands/command";
import { layer, type ReviewSubject, review } from "../commands/list/layer";
import { ProjectFilesProvider, projectFiles } from "../files/project-files";
import { sumOf } from "../tools/diff";
import { DiffRowsProvider } from "../tools/diff-rows";
import { KeyedFor } from "../ui/KeyedFor";
import { LineChanges } from "../ui/LineChanges";
import { LoadFault, Loading } from "../ui/LoadNotes";
import { createLoaded } from "../ui/loaded";
import { counted } from "../ui/numbers";
import { Sheet } from "../ui/Sheet";
import { StateMark } from "../ui/StateMark";
import { CommentsProvider, createComments } from "./comments";
import { stepToComment, stepToFile } from "./file-steps";
import { createSplitChoice, createWide, SplitProvider } from "./layout";
import { ReviewFile } from "./ReviewFile";
import { ReviewRows } from "./ReviewRows";
import styles from "./ReviewSheet.module.css";
import { versionOf } from "./version";

const WORDS: Record<ChangeScope["type"], string> = { turn: "This turn", session: "Session", tree: "Not committed" };

/** The files that a turn, a session or anybody has changed, each with its diff, to be commented on. */
export function ReviewSheet(props: {
  key: SessionKey;
  scope: ChangeScope;
  /** The file that one comes for: it is unfolded and has the focus. */
  path?: string | undefined;
  onClose(): void;
}): JSX.Element {
  const app = useApp();
  const found = createMemo(() => findSession(app.state, props.key));
  const [scope, setScope] = createSignal(props.scope);
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

  const version = createMemo(() => {
    const held = found();
    return `${scope().type} ${held ? versionOf(held) : ""}`;
  });
  const { value: files, count, load, drop } = createLoaded(version, () => app.background.changes(props.key, scope()));
  createEffect(on(version, () => void load.run()));

  let sought = props.path;
  /** Whether a file is the one; once: what is looked at later is chosen there. */
  function takeSought(path: string): boolean {
    if (path !== sought) return false;
    sought = undefined;
    return true;
  }

  function choose(next: ChangeScope): void {
    sought = undefined;
    drop();
    setScope(next);
  }

  let room: HTMLElement | undefined;
  const hasFiles = () => (files()?.length ?? 0) > 0;
  const hasComments = () => canComment() && comments.all().length > 0;
  const subject = (): ReviewSubject => {
    const all = scopes();
    const next = all[(all.findIndex(({ type }) => type === scope().type) + 1) % all.length] ?? props.scope;
    const inRoom = (act: (within: HTMLElement) => void) => () => {
      if (room) act(room);
    };
    return {
      layout: wide() ? { split: split(), turn: () => setSplit(!split()) } : undefined,
      scope: { next: WORDS[next.type], turn: () => choose(next) },
      step: hasFiles() ? (by) => inRoom((within) => stepToFile(within, by))() : undefined,
      comment: hasFiles() && canComment() ? inRoom(stepToComment) : undefined,
      write: hasComments()
        ? () => {
            app.layers.clear();
            app.go({ screen: "session", key: props.key });
          }
        : undefined,
    };
  };
  const layerSubject = () => ({ reload: { run: () => void load.run(), busy: load.busy() }, close: props.onClose });
  app.commands.offer(() => [...offersOf(review, subject()), ...offersOf(layer, layerSubject())]);

  return (
    <Sheet
      title="Changes"
      onClose={() => props.onClose()}
      actions={
        <>
          <CommandIcon offer={offerOf(review, "review.layout", subject())} />
          <CommandIcon offer={offerOf(layer, "layer.reload", layerSubject())} />
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
              {counted(held().length, "file")}
              <LineChanges {...sumOf(held())} />
              <Show when={load.busy()}>
                <StateMark mark="working" />
                Updating…
              </Show>
            </span>
          )}
        </Show>
      </div>
      <LoadFault load={load} />
      <Show when={files()} fallback={<Loading load={load} />}>
        {(held) => (
          <Show when={held().length > 0} fallback={<p class={styles.note}>{NOTHING[scope().type]}</p>}>
            <ProjectFilesProvider
              value={projectFiles(app, props.key, () => found()?.session.directory ?? "", app.layers.open)}
            >
              <SplitProvider value={() => wide() && split()}>
                <DiffRowsProvider value={ReviewRows}>
                  <CommentsProvider value={canComment() ? comments : undefined}>
                    <ul
                      ref={(element) => {
                        room = element;
                      }}
                      class={styles.files}
                      aria-label="Changed files"
                    >
                      <KeyedFor each={held()} by={(file) => file.path}>
                        {(file) => {
                          const isSought = takeSought(file().path);
                          return (
                            <ReviewFile
                              file={file()}
                              isOnly={held().length === 1}
                              isSought={isSought}
                              loads={count()}
                              onLarge={() => app.background.changesOf(props.key, scope(), file().path)}
                            />
                          );
                        }}
                      </KeyedFor>
                    </ul>
                  </CommentsProvider>
                </DiffRowsProvider>
              </SplitProvider>
            </ProjectFilesProvider>
          </Show>
        )}
      </Show>
      <Show when={hasComments()}>
        <div class={styles.foot}>
          <span class={styles.grow} role="status">
            {comments.all().length === 1 ? "1 comment goes" : `${comments.all().length} comments go`} with your next
            message.
          </span>
          <CommandButton variant="primary" offer={offerOf(review, "review.write", subject())} />
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
