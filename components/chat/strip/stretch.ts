/** Where one of several things in a row begins and ends, in px from anywhere. */
export interface Extent {
  start: number;
  end: number;
}

/**
 * Which of a row of things a view begins with, so that none is cut at its start: as many before the open one as leave that one whole.
 *
 * @param open which of them is the open one
 * @param view px that can be seen
 * @returns that one, and how much room the row lacks behind its last for it to stand at the view's beginning
 */
export function stretchWith(row: readonly Extent[], open: number, view: number): { first: number; room: number } {
  const startOf = (at: number) => row[at]?.start ?? 0;
  const end = row[open]?.end ?? 0;
  let first = open;
  while (first > 0 && end - startOf(first - 1) <= view) first--;
  return { first, room: Math.max(0, startOf(first) + view - (row.at(-1)?.end ?? 0)) };
}
