import type { Block } from "./block";
import type { Entry } from "./entry";
import type { Lag } from "./lag";
import { inLinkAfter, type ListNode, type Node, refresh } from "./node";
import type { OpenFence } from "./open-fence";
import type { Definition, References } from "./references";

/** Items of a list that are settled while the list still grows. */
export interface GrowingList {
  node: ListNode;
  /** One of the settled items makes the list loose, whatever follows. */
  loose: boolean;
}

/** What a block parser knows of its text: the settled part, and how the rest was read last time. */
export interface State {
  text: string;
  /** Offset in `text` up to which all is settled. */
  offset: number;
  /** The same place with every line end counted once. Keys are made of it. */
  position: number;
  nodes: Node[];
  /** The blocks of `nodes`. */
  blocks: Block[];
  definitions: Map<string, Definition>;
  /** Definitions, as text, that `nodes` are known to be right for. */
  readWith: string;
  /** State of `inLink` at `offset`. */
  inLink: boolean;
  list: GrowingList | undefined;
  fence: OpenFence | undefined;
  lag: Lag | undefined;
  /** Leaves that the last update read, by key and looseness. */
  recent: Map<string, Entry>;
  /** List blocks of the last update, by key. */
  recentLists: Map<string, Block>;
}

export const initialState = (): State => ({
  text: "",
  offset: 0,
  position: 0,
  nodes: [],
  blocks: [],
  definitions: new Map(),
  readWith: "",
  inLink: false,
  list: undefined,
  fence: undefined,
  lag: undefined,
  recent: new Map(),
  recentLists: new Map(),
});

/**
 * Reads those settled blocks again whose definitions have changed. False if that changes how blocks after them have
 * to be read.
 */
export function refreshSettled(state: State, references: References): boolean {
  const readWith = `${state.definitions.size}${JSON.stringify([...references.growing])}`;
  if (readWith === state.readWith) return true;
  state.readWith = readWith;
  for (const [i, node] of state.nodes.entries()) {
    const fresh = refresh(node, references);
    if (fresh === node) continue;
    if (inLinkAfter(fresh) !== inLinkAfter(node)) return false;
    state.nodes[i] = fresh;
    state.blocks[i] = fresh.block;
  }
  if (!state.list) return true;
  const fresh = refresh(state.list.node, references);
  if (inLinkAfter(fresh) !== inLinkAfter(state.list.node)) return false;
  if (fresh.kind === "list") state.list.node = fresh;
  return true;
}
