import { createComputed, createMemo, createSignal, type JSX, Show } from "solid-js";
import { Markdown } from "../chat/markdown/Markdown";
import { ProjectFilesProvider, useProjectFiles } from "../files/project-files";
import { excerptOf } from "./excerpt";
import { LongText } from "./LongText";
import styles from "./MarkdownText.module.css";
import { useRevealed } from "./reveal";
import { ShowAll } from "./ShowAll";

/** Lines shown before all are asked for. */
const MAX_LINES = 16;
/** Characters beyond which a text is only shown as it came: half a megabyte takes seconds to be put on the page. */
const LONGEST = 100_000;

export interface MarkdownTextProps {
  text: string;
  label: string;
  /** It is of somewhere else: paths in it are none of the project's files. */
  isForeign?: boolean | undefined;
}

/** A text in Markdown that a tool answered with, and the way to it as it came. */
export function MarkdownText(props: MarkdownTextProps): JSX.Element {
  const isShort = () => props.text.length <= LONGEST;
  return (
    <Show when={isShort()} fallback={<LongText label={props.label} text={props.text} />}>
      <Formatted {...props} />
    </Show>
  );
}

function Formatted(props: MarkdownTextProps): JSX.Element {
  const project = useProjectFiles();
  const [isPlain, setPlain] = createSignal(false);
  const [all, setAll] = createSignal(false);
  const revealed = useRevealed();
  // What is found stands in the text as it came.
  createComputed(() => {
    if (revealed()) setPlain(true);
  });
  const excerpt = createMemo(() => excerptOf(props.text, MAX_LINES));
  return (
    <div class={styles.whole}>
      <div class={styles.head}>
        <span>{props.label}</span>
        <button type="button" class={styles.switch} onClick={() => setPlain(!isPlain())}>
          {isPlain() ? "Formatted" : "Plain text"}
        </button>
      </div>
      <Show when={!isPlain()} fallback={<LongText label={props.label} text={props.text} maxLines={MAX_LINES} />}>
        <div class={styles.block}>
          {/* biome-ignore lint/a11y/useSemanticElements: what takes the focus needs a name */}
          <div
            class={styles.text}
            // What scrolls must be reachable by keyboard.
            tabindex={0}
            role="group"
            aria-label={props.label}
            dir="auto"
          >
            <ProjectFilesProvider value={props.isForeign ? undefined : project}>
              <Markdown text={all() ? props.text : excerpt().text} streaming={false} />
            </ProjectFilesProvider>
          </div>
          <Show when={excerpt().cut}>
            <ShowAll
              all={all()}
              more={excerpt().lines > 1 ? `Show all (${excerpt().lines.toLocaleString()} lines)` : "Show all"}
              onChange={setAll}
            />
          </Show>
        </div>
      </Show>
    </div>
  );
}
