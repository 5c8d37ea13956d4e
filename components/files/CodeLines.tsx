import { createEffect, createSignal, For, type JSX, on, onCleanup, onMount, Show } from "solid-js";
import { languageOf } from "../../lib/markdown/highlight/languages";
import type { CodeLine } from "../../lib/markdown/highlight/protocol";
import code from "../chat/markdown/code.module.css";
import "../chat/markdown/code.css";
import { whenSeen } from "../chat/markdown/seen";
import styles from "./CodeLines.module.css";
import { createColours } from "./colours";
import { CHUNK, chunksOf, LONG_LINE } from "./lines";

/** A box that scrolls must be reachable by keyboard. */
const SCROLLS = 0;

/** A file's lines with their numbers, made as they are seen. Made anew for another text. */
export function CodeLines(props: {
  path: string;
  lines: readonly string[];
  /** The line that is marked and led to, counted from 1. */
  marked: number | undefined;
  /** Raised each time somebody is led there. */
  led: number;
}): JSX.Element {
  const chunks = chunksOf(props.lines);
  const colours = createColours(chunks, languageOf(props.path));
  let box: HTMLDivElement | undefined;

  function lead(): void {
    if (!box || props.marked === undefined) return;
    // Lines do not wrap: all are of one height.
    const height = parseFloat(getComputedStyle(box).lineHeight);
    box.scrollTop = (props.marked - 1) * height - box.clientHeight / 3;
    box.scrollLeft = 0;
  }

  onMount(lead);
  createEffect(on(() => props.led, lead, { defer: true }));

  return (
    // biome-ignore lint/a11y/useSemanticElements: what takes the focus needs a name
    <div
      ref={(element) => {
        box = element;
      }}
      class={styles.lines}
      dir="ltr"
      tabindex={SCROLLS}
      role="group"
      aria-label={`Content of ${props.path}`}
    >
      <div class={styles.table} style={{ "--digits": String(props.lines.length).length + 1 }}>
        <For each={chunks}>
          {(lines, index) => (
            <Chunk
              lines={lines}
              first={index() * CHUNK + 1}
              marked={props.marked}
              tokens={colours.of(index())}
              onSeen={() => colours.want(index())}
            />
          )}
        </For>
      </div>
    </div>
  );
}

function Chunk(props: {
  lines: readonly string[];
  first: number;
  marked: number | undefined;
  tokens: readonly CodeLine[] | undefined;
  onSeen(): void;
}): JSX.Element {
  const [isSeen, setSeen] = createSignal(true);
  function watch(element: Element): void {
    onCleanup(
      whenSeen(element, (seen) => {
        setSeen(seen);
        if (seen) props.onSeen();
      }),
    );
  }
  return (
    <div ref={watch} style={{ "min-height": `calc(${props.lines.length} * 1lh)` }}>
      <Show when={isSeen()}>
        <For each={props.lines}>
          {(line, index) => (
            <Line
              text={line}
              number={props.first + index()}
              isMarked={props.first + index() === props.marked}
              tokens={props.tokens?.[index()]}
            />
          )}
        </For>
      </Show>
    </div>
  );
}

function Line(props: { text: string; number: number; isMarked: boolean; tokens: CodeLine | undefined }): JSX.Element {
  const [all, setAll] = createSignal(false);
  const isLong = () => props.text.length > LONG_LINE;
  return (
    <div class={styles.line} data-line={props.number} aria-current={props.isMarked ? "location" : undefined}>
      <span class={styles.number}>{props.number}</span>
      <span>
        <Show when={!isLong()} fallback={all() ? props.text : props.text.slice(0, LONG_LINE)}>
          <Show when={props.tokens} fallback={props.text}>
            {(tokens) => (
              <For each={tokens()}>{([text, kind]) => (kind ? <span class={code[kind]}>{text}</span> : text)}</For>
            )}
          </Show>
        </Show>
        <Show when={isLong()}>
          <button type="button" class={styles.more} aria-expanded={all()} onClick={() => setAll(!all())}>
            {all() ? "Show less" : `… show all ${props.text.length.toLocaleString()} characters`}
          </button>
        </Show>
      </span>
    </div>
  );
}
