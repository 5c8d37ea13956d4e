import { type Accessor, createEffect, on, onCleanup, onMount } from "solid-js";
import { rangesIn, uncover } from "../chat/find/ranges";
import type { LineHit } from "./find-lines";
import "../chat/find/find.css";

/** Milliseconds from a change of the page to its new marks: lines come as they are scrolled to. */
const PACE = 60;

const ALL = "found-in-file";
const NOW = "found-in-file-now";

/** Marks what is found in the lines that are on the page, the current hit more strongly, and brings that sideways into view. */
export function createLineMarks(
  box: Accessor<HTMLElement | undefined>,
  pattern: Accessor<RegExp | undefined>,
  hit: Accessor<LineHit | undefined>,
): void {
  if (!("highlights" in CSS)) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let uncovered: LineHit | undefined;

  function mark(): void {
    clearTimeout(timer);
    timer = undefined;
    const [room, sought, current] = [box(), pattern(), hit()];
    const all = new Highlight();
    const now = new Highlight();
    now.priority = 1;
    for (const line of sought ? (room?.querySelectorAll<HTMLElement>("[data-line]") ?? []) : []) {
      const code = line.querySelector("[data-code]");
      const ranges = code && sought ? rangesIn(code, sought) : [];
      for (const range of ranges) all.add(range);
      const own = Number(line.dataset.line) === current?.line ? ranges[current.nth] : undefined;
      if (!own) continue;
      now.add(own);
      if (room && uncovered !== current) uncover(own, room.parentElement ?? room);
      uncovered = current;
    }
    CSS.highlights.set(ALL, all);
    CSS.highlights.set(NOW, now);
  }

  onMount(() => {
    createEffect(on([pattern, hit], mark));
    const changed = new MutationObserver(() => {
      timer ??= setTimeout(mark, PACE);
    });
    const room = box();
    if (room) changed.observe(room, { childList: true, characterData: true, subtree: true });
    onCleanup(() => {
      changed.disconnect();
      clearTimeout(timer);
      CSS.highlights.delete(ALL);
      CSS.highlights.delete(NOW);
    });
  });
}
