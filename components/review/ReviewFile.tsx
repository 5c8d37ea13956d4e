import { createMemo, createSignal, createUniqueId, For, type JSX, onCleanup, onMount, Show } from "solid-js";
import type { FileChange } from "../../lib/model";
import { FileLink } from "../files/FileLink";
import { DiffSection } from "../tools/DiffSection";
import { parseDiff } from "../tools/diff";
import { LongText } from "../tools/LongText";
import { createAction } from "../ui/action";
import { Button } from "../ui/Button";
import { FaultLine } from "../ui/FaultLine";
import { ChevronRight } from "../ui/icons";
import { LineChanges } from "../ui/LineChanges";
import styles from "./ReviewFile.module.css";

/** Lines of one file that are shown before all are asked for. */
const MOST = 400;

const WORDS: Record<FileChange["status"], string> = { added: "new", modified: "", deleted: "deleted" };

/** A changed file, which opens to its diffs: one, or one a turn. */
export function ReviewFile(props: {
  file: FileChange;
  isOnly: boolean;
  /** Somebody comes for it. */
  isSought: boolean;
  /** Fetches the diffs of a file that came without them. */
  onLarge(): Promise<string[]>;
}): JSX.Element {
  const id = createUniqueId();
  let head: HTMLButtonElement | undefined;
  const [open, setOpen] = createSignal(props.isOnly || props.isSought);
  const [large, setLarge] = createSignal<string[]>();
  const fetch = createAction(async () => setLarge(await props.onLarge()));
  const patches = createMemo(() => props.file.patches ?? large());
  onMount(() => {
    if (!props.isSought) return;
    head?.scrollIntoView({ block: "start" });
    // After the sheet has taken the focus.
    const timer = setTimeout(() => head?.focus({ preventScroll: true }));
    onCleanup(() => clearTimeout(timer));
  });
  return (
    <li class={styles.file}>
      <button
        ref={(element) => {
          head = element;
        }}
        type="button"
        class={styles.head}
        data-changed-file
        aria-expanded={open()}
        aria-controls={open() ? id : undefined}
        onClick={() => setOpen(!open())}
      >
        <span class={styles.chevron} data-open={open() ? "" : undefined}>
          <ChevronRight />
        </span>
        <bdi class={styles.path}>{props.file.path}</bdi>
        <Show when={WORDS[props.file.status]}>{(word) => <span class={styles.word}>{word()}</span>}</Show>
        <LineChanges additions={props.file.additions} deletions={props.file.deletions} />
      </button>
      <Show when={open()}>
        <div id={id} class={styles.body}>
          <Show when={props.file.status !== "deleted"}>
            <FileLink class={styles.whole} path={props.file.path}>
              Open the file
            </FileLink>
          </Show>
          <Show
            when={patches()}
            fallback={
              <div class={styles.large}>
                <p>This diff is large.</p>
                <Button aria-disabled={fetch.busy()} onClick={() => void fetch.run()}>
                  Show it
                </Button>
                <Show when={fetch.fault()}>{(fault) => <FaultLine fault={fault()} doing="Not loaded" />}</Show>
              </div>
            }
          >
            {(held) => (
              <For each={held()} fallback={<p class={styles.note}>There is no text in it to compare.</p>}>
                {(patch) => <Patch patch={patch} path={props.file.path} />}
              </For>
            )}
          </Show>
        </div>
      </Show>
    </li>
  );
}

function Patch(props: { patch: string; path: string }): JSX.Element {
  const files = createMemo(() => parseDiff(props.patch)?.filter(({ lines }) => lines.length > 0));
  return (
    <Show when={files()} fallback={<LongText label="Changes" text={props.patch} />}>
      {(held) => (
        <For each={held()} fallback={<p class={styles.note}>There is no text in it to compare.</p>}>
          {(file) => <DiffSection file={{ ...file, path: props.path }} isCounted={false} maxLines={MOST} />}
        </For>
      )}
    </Show>
  );
}
