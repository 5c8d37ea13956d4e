/** Milliseconds after which a text that stands still has ended, as far as anybody here waits: longer than batches are apart. */
const REST = 350;

let shownAt = Number.NEGATIVE_INFINITY;
let waiting = new Set<() => void>();

/** Words have come to a text that grows: what waits for a frame to share is put on the page before theirs is made. */
export function tellWords(): void {
  shownAt = performance.now();
  const told = waiting;
  waiting = new Set();
  for (const resolve of told) resolve();
}

/**
 * Resolves before the frame in which more words are shown, for what needs no frame of its own; at once while no text grows, and
 * soon if this one has ended.
 */
export async function withNextWords(): Promise<void> {
  const left = shownAt + REST - performance.now();
  if (left <= 0) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(done, left);
    function done(): void {
      clearTimeout(timer);
      waiting.delete(done);
      resolve();
    }
    waiting.add(done);
  });
}
