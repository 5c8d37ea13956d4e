import { createComputed, createEffect, createMemo, createSignal, For, type JSX, on, Show } from "solid-js";
import { CopyCode } from "../chat/markdown/CopyCode";
import { createFileLinks, type FileLinks } from "../chat/markdown/file-links";
import { useRevealed } from "./reveal";
import { ShowAll } from "./ShowAll";
import styles from "./TerminalText.module.css";
import "./terminal.css";
import { cutOf, lastLines, type TerminalLine, type TerminalRun, terminalLines, terminalText } from "./terminal";

/** Lines shown before all are asked for. */
const MAX_LINES = 12;
/** Pixels from the end that still count as the end. */
const END = 4;

/** What a program has put out, with its colours: the end, and all of it on demand; growing output keeps its end in view. */
export function TerminalText(props: { text: string; label: string; note?: string | undefined }): JSX.Element {
  const [all, setAll] = createSignal(false);
  const revealed = useRevealed();
  createComputed(() => {
    if (revealed()) setAll(true);
  });
  const lines = createMemo<TerminalLine[]>((before) => terminalLines(props.text, before), []);
  const end = createMemo(() => lastLines(lines(), MAX_LINES));
  const shown = () => (all() ? lines() : end());
  const cut = () => end() !== lines();
  const more = () => (lines().length > 1 ? `Show all (${lines().length.toLocaleString()} lines)` : "Show all");
  // Once wrapped, lines can be higher than the box; what scrolls must be reachable by keyboard.
  const scrolls = () => all() || terminalText(end()).length > 1000;
  const links = createFileLinks();
  let box: HTMLPreElement | undefined;
  let isAtEnd = true;
  createEffect(
    on(shown, () => {
      if (box && isAtEnd) box.scrollTop = box.scrollHeight;
    }),
  );
  return (
    <div class={styles.block}>
      <div class={styles.head}>
        <span>{props.note ?? props.label}</span>
        <CopyCode text={terminalText(lines())} what="output" />
      </div>
      <Show when={cut()}>
        <ShowAll at="head" all={all()} more={more()} onChange={setAll} />
      </Show>
      {/* biome-ignore lint/a11y/useSemanticElements: what takes the focus needs a name */}
      <pre
        ref={(element) => {
          box = element;
          links?.root(element);
        }}
        class={styles.text}
        tabindex={scrolls() ? 0 : undefined}
        role="group"
        aria-label={props.label}
        dir="ltr"
        onScroll={({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) => {
          isAtEnd = scrollTop + clientHeight >= scrollHeight - END;
        }}
      >
        <For each={shown()}>{(line) => viewOf(line, links)}</For>
      </pre>
    </div>
  );
}

/** Lines never change, others take their place: nothing here is reactive, for there may be thousands. */
function viewOf(line: TerminalLine, links: FileLinks | undefined): JSX.Element {
  const found = links?.found(terminalText([line])) ?? [];
  const pieces: JSX.Element[] = [];
  let at = 0;
  for (const { from, to, reference } of found) {
    const link = <span ref={(element) => links?.link(element, reference)}>{cutOf(line, from, to).map(viewOfRun)}</span>;
    pieces.push(cutOf(line, at, from).map(viewOfRun), link);
    at = to;
  }
  pieces.push(cutOf(line, at).map(viewOfRun), "\n");
  return pieces;
}

const viewOfRun = (run: TerminalRun): JSX.Element => (run.color || run.ground || run.marks ? styled(run) : run.text);

function styled(run: TerminalRun): JSX.Element {
  return (
    <span
      class={styles.run}
      data-ground={run.ground ? "" : undefined}
      data-marks={run.marks}
      style={{ "--color": run.color, "--ground": run.ground }}
    >
      {run.text}
    </span>
  );
}
