/** Milliseconds after which a text that stands still has ended, as far as anybody here waits: more than batches are apart. */
const REST = 600;

let shownAt = Number.NEGATIVE_INFINITY;
let waiting = new Set<() => void>();

/** Words are about to come to a text that grows: what waits for a frame to share is put on the page first. */
export function tellWords(): void {
  shownAt = performance.now();
  const told = waiting;
  waiting = new Set();
  for (const change of told) change();
}

/**
 * Makes a change that needs no frame of its own together with the next words that are shown; at once while no text grows, and
 * soon if this one has ended. Resolves when it is made.
 */
export async function withNextWords(change: () => void): Promise<void> {
  const left = shownAt + REST - performance.now();
  if (left <= 0) return change();
  await new Promise<void>((resolve) => {
    const timer = setTimeout(make, left);
    // Not after the promise: by then the page has been laid out for the words.
    function make(): void {
      clearTimeout(timer);
      waiting.delete(make);
      change();
      resolve();
    }
    waiting.add(make);
  });
}
