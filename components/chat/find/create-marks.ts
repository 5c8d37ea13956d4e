import { type Accessor, createEffect, on, onCleanup, onMount } from "solid-js";
import type { Spot } from "./hits";
import { rangesIn } from "./ranges";

/** Milliseconds from a change of the page to its new marks: an answer that grows changes it at every frame. */
const PACE = 100;

const ALL = "found";
const NOW = "found-now";

/** The element a piece of a message stands in, while it is on the page and unfolded. */
export function pieceIn(content: Element, pieceId: string): HTMLElement | undefined {
  return content.querySelector<HTMLElement>(`[data-find="${CSS.escape(pieceId)}"]`) ?? undefined;
}

/** The range of a spot; `undefined` where its text is not on the page as it was found. */
export function rangeOf(content: Element, spot: Spot, pattern: RegExp): StaticRange | undefined {
  const piece = pieceIn(content, spot.pieceId);
  const ranges = piece ? rangesIn(piece, pattern) : [];
  return ranges[Math.min(spot.nth, ranges.length - 1)];
}

/** Marks what is found wherever it is on the page, the current spot more strongly; does nothing in older browsers. */
export function createMarks(
  content: Accessor<Element>,
  pattern: Accessor<RegExp | undefined>,
  spot: Accessor<Spot | undefined>,
): void {
  if (!("highlights" in CSS)) return;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function mark(): void {
    clearTimeout(timer);
    timer = undefined;
    const sought = pattern();
    const current = spot();
    const pieces = sought ? [...content().querySelectorAll<HTMLElement>("[data-find]")] : [];
    CSS.highlights.set(ALL, new Highlight(...pieces.flatMap((piece) => (sought ? rangesIn(piece, sought) : []))));
    const range = sought && current ? rangeOf(content(), current, sought) : undefined;
    const now = new Highlight(...(range ? [range] : []));
    now.priority = 1;
    CSS.highlights.set(NOW, now);
  }

  onMount(() => {
    createEffect(on([pattern, spot], mark));
    const changed = new MutationObserver(() => {
      timer ??= setTimeout(mark, PACE);
    });
    changed.observe(content(), { childList: true, characterData: true, subtree: true });
    onCleanup(() => {
      changed.disconnect();
      clearTimeout(timer);
      CSS.highlights.delete(ALL);
      CSS.highlights.delete(NOW);
    });
  });
}
