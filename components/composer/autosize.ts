import { createEffect, on, onCleanup, onMount } from "solid-js";

/** A text that is as high as can be anyway is not measured: laying out a megabyte twice for each key takes seconds. */
const LONG = 10_000;

/**
 * Makes a textarea as high as its text; CSS sets the least and the most. Its parent keeps its height meanwhile: what stands
 * above it would else be laid out higher for a moment, and lose its scroll position.
 */
function autosize(area: HTMLTextAreaElement): void {
  if (area.value.length > LONG) {
    area.style.height = "100vh";
    return;
  }
  const frame = area.parentElement;
  if (frame) frame.style.minHeight = `${frame.offsetHeight}px`;
  area.style.height = "auto";
  // The border is not part of scrollHeight.
  const height = area.scrollHeight + area.offsetHeight - area.clientHeight;
  area.style.height = `${height}px`;
  if (frame) frame.style.minHeight = "";
}

/** Keeps it so when what it depends on changes, and when it becomes wider or narrower: with the panel, or by a column beside it. */
export function createAutosize(area: () => HTMLTextAreaElement | undefined, changes: () => unknown): void {
  const fit = () => {
    const there = area();
    if (there) autosize(there);
  };
  createEffect(on(changes, fit));
  let width: number | undefined;
  let frame = 0;
  const resized = new ResizeObserver(([entry]) => {
    const before = width;
    width = entry?.borderBoxSize[0]?.inlineSize;
    if (before === undefined || before === width) return;
    // Not at once: browsers report an error when what is observed is resized while they tell of it.
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(fit);
  });
  onMount(() => {
    const there = area();
    if (there) resized.observe(there);
  });
  onCleanup(() => {
    cancelAnimationFrame(frame);
    resized.disconnect();
  });
}
