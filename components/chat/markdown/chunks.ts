/** Items that stand in one element. */
export interface Chunk<T> {
  key: string;
  items: readonly T[];
}

/** Enough for what is in view, and few enough to be laid out and painted anew within a frame. */
const LENGTH = 12;

/**
 * Parts a list for elements that the browser lays out, paints and skips each on its own. A chunk whose items are the ones
 * of `before` is the very same object.
 */
export function chunksOf<T>(items: readonly T[], before: readonly Chunk<T>[]): readonly Chunk<T>[] {
  return Array.from({ length: Math.ceil(items.length / LENGTH) }, (_, at) => {
    const own = items.slice(at * LENGTH, (at + 1) * LENGTH);
    const held = before[at];
    const isSame = held?.items.length === own.length && own.every((item, i) => item === held.items[i]);
    return isSame && held ? held : { key: String(at), items: own };
  });
}
