const HEAD = "[data-changed-file]";
const BUTTON = "[data-comment]";

/** To the changed file after or before the one that has the focus, unfolded; from elsewhere to the first or the last. */
export function stepToFile(room: HTMLElement, by: 1 | -1): void {
  const heads = [...room.querySelectorAll<HTMLElement>(HEAD)];
  const at = heads.indexOf(fileAt(document.activeElement)?.querySelector<HTMLElement>(HEAD) ?? room);
  const next = at < 0 ? heads.at(by === 1 ? 0 : -1) : heads[at + by];
  if (!next) return;
  unfold(next);
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "start" });
}

/** To the button that comments on the first line of the file that has the focus, or else of the first one. */
export function stepToComment(room: HTMLElement): void {
  const file = fileAt(document.activeElement) ?? room;
  const head = file.querySelector<HTMLElement>(HEAD);
  if (head) unfold(head);
  file.querySelector<HTMLElement>(`${BUTTON}[tabindex="0"]`)?.click();
}

const fileAt = (element: Element | null) => element?.closest("li") ?? undefined;

function unfold(head: HTMLElement): void {
  if (head.getAttribute("aria-expanded") !== "true") head.click();
}
