const open = new Set<() => Promise<void>>();

/** The same, once, and known until then to {@link closeAll}. */
export function closing(close: () => Promise<void>): () => Promise<void> {
  const once = async () => {
    if (open.delete(once)) await close();
  };
  open.add(once);
  return once;
}

/** Ends whatever is still open, the newest first: when the program is told to end in the middle of something. */
export async function closeAll(): Promise<void> {
  for (const close of [...open].reverse()) await close();
}
