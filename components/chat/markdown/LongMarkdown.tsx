import { type Accessor, createComputed, createMemo, createSignal, on, onCleanup, Show, untrack } from "solid-js";
import { createSplitter, type Stretch, sourceOf, stretchAt } from "../../../lib/markdown/stretches";
import { KeyedFor } from "../../ui/KeyedFor";
import { bytes } from "../../ui/numbers";
import { useKeptPlace } from "./keep-place";
import styles from "./LongMarkdown.module.css";
import { Markdown, type MarkdownProps } from "./Markdown";

/** Characters beyond which a text that comes at once is shown from near its end on: half a megabyte takes seconds to be put on the page. */
const LONG = 200_000;
/** Characters at the end that are shown at first, at the least. */
const FIRST = 50_000;

/**
 * Whether a text is for `LongMarkdown`: it came at once, and much of it. One that grows before the reader's eyes stays on the
 * page as a whole.
 */
export function createIsLong(text: Accessor<string>): Accessor<boolean> {
  let before = 0;
  return createMemo((was) => {
    const { length } = text();
    const came = length - before;
    before = length;
    return was || (length > LONG && came > LONG / 2);
  }, false);
}

export interface LongMarkdownProps extends MarkdownProps {
  /** Offset in the text of what has to be on the page; its end unless given. */
  at: number | undefined;
  /** Offset that the text's own beginning counts as. */
  base: number;
}

/** Indexes of stretches, both included. The end of the text is in `last` of any size. */
interface Range {
  first: number;
  last: number;
}

const END = Number.POSITIVE_INFINITY;

/** A text too long to be put on the page as a whole: some of it, and ways to what is before and after. */
export function LongMarkdown(props: LongMarkdownProps) {
  const splitter = createSplitter();
  /** While what the reader asked for comes bit by bit, and gets its heights, what was there stays where it is. */
  const keepPlace = useKeptPlace();
  const stretches = createMemo(() => splitter.update(props.text));
  const all = () => stretches().length - 1;
  /** What is to be shown, and what is: one stretch after the other gets onto the page. */
  const [goal, setGoal] = createSignal<Range>(theEnd());
  const [range, setRange] = createSignal<Range>(startAt(all()));
  let root: HTMLDivElement | undefined;

  function theEnd(): Range {
    const list = untrack(stretches);
    const length = list.at(-1)?.to ?? 0;
    return {
      first: Math.max(
        0,
        list.findLastIndex(({ from }) => length - from >= FIRST),
      ),
      last: END,
    };
  }

  function startAt(index: number): Range {
    return { first: index, last: index >= untrack(all) ? END : index };
  }

  function toEnd(): void {
    keepPlace(undefined);
    setGoal(theEnd());
    setRange(startAt(untrack(all)));
  }

  function go(at: number | undefined): void {
    if (at === undefined) {
      if (goal().last !== END) toEnd();
      return;
    }
    const index = stretchAt(untrack(stretches), at - props.base);
    if (index >= range().first && index <= range().last) return;
    keepPlace(undefined);
    const next = startAt(index);
    setGoal(next);
    setRange(next);
  }

  /** The next stretch, once the ones before are there: all at once would be a long task. */
  function advance(): void {
    const [wanted, { first, last }] = [goal(), range()];
    if (first > wanted.first) setRange({ first: first - 1, last });
    else if (last < wanted.last) setRange({ first, last: last + 1 >= all() ? END : last + 1 });
    else if (!root?.querySelector("[data-coming]")) keepPlace(undefined);
  }

  const shown = createMemo(() => stretches().slice(range().first, range().last + 1));
  /** As much again as there is. */
  const more = () => Math.max(1, Math.min(range().last, all()) - range().first + 1);
  const earlier = () => stretches()[range().first]?.from ?? 0;
  const later = () => props.text.length - (stretches()[Math.min(range().last, all())]?.to ?? 0);
  const isBusy = () => goal().first < range().first || goal().last > range().last;

  const chunks = () => [...(root?.querySelectorAll<HTMLElement>("[data-chunk]") ?? [])];

  function showEarlier(): void {
    keepPlace(chunks()[0]);
    setGoal({ first: Math.max(0, range().first - more()), last: goal().last });
    advance();
  }

  function showLater(): void {
    keepPlace(chunks().at(-1));
    const to = range().last + more();
    setGoal({ first: goal().first, last: to >= all() ? END : to });
    advance();
  }

  onCleanup(() => keepPlace(undefined));
  createComputed(on(() => props.at, go));
  // Another text, and a shorter one.
  createComputed(on(all, (last) => range().first > last && toEnd(), { defer: true }));
  return (
    // What the reader asks for is no news.
    <div
      ref={root}
      class={styles.text}
      aria-live={props.streaming ? undefined : "off"}
      aria-busy={isBusy() ? true : undefined}
    >
      <Show when={earlier() > 0}>
        <More at="head" words={`Show earlier text (${bytes(earlier())})`} onClick={showEarlier} />
      </Show>
      <KeyedFor each={shown()} by={({ key }) => key}>
        {(stretch) => (
          <Part
            text={props.text}
            stretch={stretch()}
            base={props.base}
            streaming={props.streaming && stretch().to === props.text.length}
            onWhole={advance}
          />
        )}
      </KeyedFor>
      <Show when={later() > 0}>
        <More at="foot" words={`Show later text (${bytes(later())})`} onClick={showLater} />
      </Show>
    </div>
  );
}

function More(props: { at: "head" | "foot"; words: string; onClick(): void }) {
  let button: HTMLButtonElement | undefined;
  // It goes when there is no more; the focus must not go with it.
  onCleanup(() => {
    if (button && button === document.activeElement)
      button.closest<HTMLElement>("[role=log]")?.focus({ preventScroll: true });
  });
  return (
    <button
      ref={(element) => (button = element)}
      type="button"
      class={styles.more}
      data-at={props.at}
      onClick={props.onClick}
    >
      {props.words}
    </button>
  );
}

interface PartProps extends MarkdownProps {
  stretch: Stretch;
  base: number;
  /** All of it has come onto the page. */
  onWhole(): void;
}

function Part(props: PartProps) {
  const source = createMemo(() => sourceOf(props.text, props.stretch));
  return (
    <div data-from={props.base + props.stretch.from}>
      <Markdown
        text={source()}
        streaming={props.streaming}
        onShown={(shown) => shown === source() && props.onWhole()}
      />
    </div>
  );
}
