import { createComputed, createEffect, createSignal, For, type JSX, on, onCleanup, onMount, Show } from "solid-js";
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
  /** The lines that are marked, counted from 1, from the first to the last. */
  marked: readonly [first: number, last: number] | undefined;
  /** Leads to a line, another object each time. */
  lead: { line: number; end?: number } | undefined;
  /** A line's number was pressed. `more`: up to there from what is marked. */
  onMark(line: number, more: boolean): void;
  ref(box: HTMLElement): void;
}): JSX.Element {
  const chunks = chunksOf(props.lines);
  const colours = createColours(chunks, languageOf(props.path));
  let box: HTMLDivElement | undefined;

  function lead(): void {
    if (!box || !props.lead) return;
    // Lines do not wrap: all are of one height.
    const height = parseFloat(getComputedStyle(box).lineHeight);
    const top = (props.lead.line - 1) * height;
    // From hit to hit, what can be read already stays where it is; sideways a hit is brought into view as it is marked.
    const isHit = props.lead.end !== undefined;
    if (!isHit) box.scrollLeft = 0;
    else if (top >= box.scrollTop && top + height <= box.scrollTop + box.clientHeight) return;
    box.scrollTop = top - box.clientHeight / 3;
  }

  onMount(lead);
  createEffect(on(() => props.lead, lead, { defer: true }));

  /** The whole of a line that is shown in part, when what is led to is behind that. */
  const wholeLine = () => ((props.lead?.end ?? 0) > LONG_LINE ? props.lead?.line : undefined);

  function onClick({ target, shiftKey }: MouseEvent): void {
    const number = target instanceof Element ? target.closest<HTMLElement>("[data-number]") : null;
    if (number) props.onMark(Number(number.dataset.number), shiftKey);
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: what takes the focus needs a name
    // biome-ignore lint/a11y/useKeyWithClickEvents: lines are marked in the field for their numbers as well
    <div
      ref={(element) => {
        box = element;
        props.ref(element);
      }}
      class={styles.lines}
      onClick={onClick}
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
              whole={wholeLine()}
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
  marked: readonly [first: number, last: number] | undefined;
  whole: number | undefined;
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
  const isMarked = (line: number) => props.marked !== undefined && line >= props.marked[0] && line <= props.marked[1];
  return (
    <div ref={watch} style={{ "min-height": `calc(${props.lines.length} * 1lh)` }}>
      <Show when={isSeen()}>
        <For each={props.lines}>
          {(line, index) => (
            <Line
              text={line}
              number={props.first + index()}
              isMarked={isMarked(props.first + index())}
              isWhole={props.first + index() === props.whole}
              tokens={props.tokens?.[index()]}
            />
          )}
        </For>
      </Show>
    </div>
  );
}

function Line(props: {
  text: string;
  number: number;
  isMarked: boolean;
  isWhole: boolean;
  tokens: CodeLine | undefined;
}): JSX.Element {
  const [all, setAll] = createSignal(false);
  createComputed(() => {
    if (props.isWhole) setAll(true);
  });
  const isLong = () => props.text.length > LONG_LINE;
  return (
    <div class={styles.line} data-line={props.number} aria-current={props.isMarked ? "location" : undefined}>
      <span class={styles.number} data-number={props.number}>
        {props.number}
      </span>
      <span>
        <span data-code>
          <Show when={!isLong()} fallback={all() ? props.text : props.text.slice(0, LONG_LINE)}>
            <Show when={props.tokens} fallback={props.text}>
              {(tokens) => (
                <For each={tokens()}>{([text, kind]) => (kind ? <span class={code[kind]}>{text}</span> : text)}</For>
              )}
            </Show>
          </Show>
        </span>
        <Show when={isLong()}>
          <button type="button" class={styles.more} aria-expanded={all()} onClick={() => setAll(!all())}>
            {all() ? "Show less" : `… show all ${props.text.length.toLocaleString()} characters`}
          </button>
        </Show>
      </span>
    </div>
  );
}
