import {
  createEffect,
  createMemo,
  createSignal,
  createUniqueId,
  For,
  type JSX,
  on,
  onCleanup,
  onMount,
  Show,
} from "solid-js";
import type { FileChange } from "../../lib/model";
import { FileLink } from "../files/FileLink";
import { DiffSection } from "../tools/DiffSection";
import { parseDiff } from "../tools/diff";
import { LongText } from "../tools/LongText";
import { Button } from "../ui/Button";
import { FaultLine } from "../ui/FaultLine";
import { ChevronRight } from "../ui/icons";
import { LineChanges } from "../ui/LineChanges";
import { createLoaded } from "../ui/loaded";
import { StateMark } from "../ui/StateMark";
import styles from "./ReviewFile.module.css";

/** Lines of one file that are shown before all are asked for. */
const MOST = 400;

const WORDS: Record<FileChange["status"], string> = { added: "new", modified: "", deleted: "deleted" };

/** A changed file, which opens to its diff, or to one a turn. */
export function ReviewFile(props: {
  file: FileChange;
  isOnly: boolean;
  /** How often the changes have been loaded: each time those of this file may be others. */
  loads: number;
  /** Somebody comes for it. */
  isSought: boolean;
  /** Fetches the diffs of a file that came without them. */
  onLarge(): Promise<string[]>;
}): JSX.Element {
  const id = createUniqueId();
  let head: HTMLButtonElement | undefined;
  const [open, setOpen] = createSignal(props.isOnly || props.isSought);
  const large = createLoaded(
    () => props.loads,
    () => props.onLarge(),
  );
  const patches = createMemo(() => props.file.patches ?? large.value());
  const isMissing = () => props.file.patches === undefined;

  /** What is read stays until the newer comes, and not beyond. */
  async function renew(): Promise<void> {
    if (!open() || !isMissing()) large.drop();
    // On its way it is loaded again by itself.
    else if (large.value() && !large.load.busy() && !(await large.load.run())) large.drop();
  }
  createEffect(
    on(
      () => props.loads,
      () => void renew(),
      { defer: true },
    ),
  );
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
                <Button aria-disabled={large.load.busy()} onClick={() => void large.load.run()}>
                  Show it
                </Button>
                <Show when={large.load.fault()}>{(fault) => <FaultLine fault={fault()} doing="Not loaded" />}</Show>
              </div>
            }
          >
            {(held) => (
              <>
                <Show when={held().length > 1}>
                  <p class={styles.large}>Something else changed this file in between: one diff a turn.</p>
                </Show>
                <Show when={isMissing() && large.load.busy()}>
                  <p class={styles.large} role="status">
                    <StateMark mark="working" /> Updating…
                  </p>
                </Show>
                <For each={held()} fallback={<p class={styles.note}>There is no text in it to compare.</p>}>
                  {(patch) => <Patch patch={patch} path={props.file.path} />}
                </For>
              </>
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
