import { type Accessor, createEffect, on, onCleanup, onMount } from "solid-js";
import type { Place, Spot } from "./hits";
import { rangesIn } from "./ranges";

/** Milliseconds from a change of the page to its new marks: an answer that grows changes it at every frame. */
const PACE = 100;

const ALL = "found";
const NOW = "found-now";

/** The element a piece of a message stands in, while it is on the page and unfolded. */
function pieceIn(content: Element, pieceId: string): HTMLElement | undefined {
  return content.querySelector<HTMLElement>(`[data-find="${CSS.escape(pieceId)}"]`) ?? undefined;
}

/** The element a place is in, as exactly as it is known. */
export function boxOf(content: Element, { pieceId, from }: Place): HTMLElement | undefined {
  const piece = pieceIn(content, pieceId);
  return (from === undefined ? undefined : piece?.querySelector<HTMLElement>(`[data-from="${from}"]`)) ?? piece;
}

/** What of a spot's piece is on the page: nothing while it is folded or far away, some stretches of a text that is too long. */
export function standsIn(content: Element, { pieceId }: Spot): "nothing" | "stretches" | "whole" {
  const piece = pieceIn(content, pieceId);
  if (!piece) return "nothing";
  return piece.querySelector("[data-from]") ? "stretches" : "whole";
}

/** Whether more of the text around a place is about to come onto the page. */
export function isComing(content: Element, place: Place): boolean {
  return boxOf(content, place)?.querySelector("[data-coming]") != null;
}

/** The range of a place, or the last one before it; `undefined` where its text is not on the page as it was found. */
export function rangeOf(content: Element, place: Place, pattern: RegExp): StaticRange | undefined {
  const ranges = rangesOf(content, place, pattern);
  return ranges[Math.min(place.nth, ranges.length - 1)];
}

export function rangesOf(content: Element, place: Place, pattern: RegExp): StaticRange[] {
  const box = boxOf(content, place);
  return box ? rangesIn(box, pattern) : [];
}

/** Marks what is found wherever it is on the page, the current spot more strongly; does nothing in older browsers. */
export function createMarks(
  content: Accessor<Element>,
  pattern: Accessor<RegExp | undefined>,
  spot: Accessor<Place | undefined>,
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
