import { type Accessor, createContext, createSignal } from "solid-js";
import type { ChangeScope, MessageId, SessionKey } from "../../lib/model";

/** Something that lies over the screen until it is closed. */
export type Layer =
  /** A file or folder of a session's project; `line` counts from 1. */
  | { type: "file"; key: SessionKey; path: string; line?: number }
  /** `path`: the file that one comes for. */
  | { type: "review"; key: SessionKey; scope: ChangeScope; path?: string }
  /** Messages as their server stores them. */
  | { type: "raw"; key: SessionKey; messages: readonly MessageId[] };

export interface Layers {
  /** From the lowest to the one on top. */
  list: Accessor<readonly Layer[]>;
  open(layer: Layer): void;
  /** Opens it in place of all others: they belong to what was looked at before. */
  show(layer: Layer): void;
  /** Closes the one on top. */
  close(): void;
  clear(): void;
}

/** How many layers lie below what is inside, and the screen: none for the screen itself. */
export const LayerDepth = createContext(0);

export function createLayers(): Layers {
  const [list, setList] = createSignal<readonly Layer[]>([]);
  return {
    list,
    open: (layer) => setList((held) => [...held, layer]),
    show: (layer) => setList([layer]),
    close: () => setList((held) => held.slice(0, -1)),
    clear: () => setList([]),
  };
}
