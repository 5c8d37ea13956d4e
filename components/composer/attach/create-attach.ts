import { type Accessor, createSignal } from "solid-js";
import type { DraftKey, Drafts } from "../../app/drafts";

/** Files on their way into a draft. */
export interface Attach {
  add(files: readonly File[]): void;
  /** Some are being read. */
  busy: Accessor<boolean>;
  /** Why some of those that were added last are not attached, and what to do. */
  refused: Accessor<readonly string[]>;
  /** Takes note of something that cannot be. */
  refuse(words: string): void;
  clear(): void;
}

export function createAttach(drafts: Drafts, draftKey: Accessor<DraftKey>): Attach {
  const [waiting, setWaiting] = createSignal(0);
  const [refused, setRefused] = createSignal<readonly string[]>([]);
  // One after the other: each counts towards the limits of the next.
  let queue: Promise<void> = Promise.resolve();

  const refuse = (words: string): void => void setRefused([...refused(), words]);

  async function add(file: File, key: DraftKey): Promise<void> {
    try {
      await drafts.load(key);
      const { take } = await import("./take");
      const held = () => drafts.get(key).attachments ?? [];
      const taken = await take(file, held());
      if (typeof taken === "string") refuse(taken);
      else drafts.change(key, { attachments: [...held(), taken] });
    } catch (error) {
      console.warn("A file was not attached", error);
      refuse(`“${file.name}” could not be attached. Try again.`);
    } finally {
      setWaiting(waiting() - 1);
    }
  }

  return {
    add(files) {
      const key = draftKey();
      setRefused([]);
      setWaiting(waiting() + files.length);
      for (const file of files) queue = queue.then(() => add(file, key));
    },
    busy: () => waiting() > 0,
    refused,
    refuse,
    clear: () => setRefused([]),
  };
}
