import type { Block, HtmlBlock, ListBlock } from "./block";
import { type Entry, rereadBlock, rereadItem } from "./entry";
import type { References } from "./references";

export interface LeafNode {
  kind: "leaf";
  entry: Entry;
  block: Block;
}

export interface ListNode {
  kind: "list";
  items: readonly Entry<HtmlBlock>[];
  loose: boolean;
  block: ListBlock;
}

/** A block of the top level with what it was made from. */
export type Node = LeafNode | ListNode;

export const leafNode = (entry: Entry): LeafNode => ({ kind: "leaf", entry, block: entry.block });

/** State of `inLink` after the node. */
export const inLinkAfter = (node: Node): boolean =>
  node.kind === "leaf" ? node.entry.inLink : (node.items.at(-1)?.inLink ?? false);

const sameItems = (a: readonly HtmlBlock[], b: readonly HtmlBlock[]): boolean =>
  a.length === b.length && a.every((item, i) => item === b[i]);

/** A list of these items; its block is `previous` if nothing about that has changed. */
export function listNode(
  head: Pick<ListBlock, "key" | "ordered" | "start">,
  items: readonly Entry<HtmlBlock>[],
  loose: boolean,
  previous?: Block,
): ListNode {
  const { key, ordered, start } = head;
  const blocks = items.map((item) => item.block);
  const unchanged = previous?.kind === "list" && previous.key === key && sameItems(previous.items, blocks);
  return {
    kind: "list",
    items,
    loose,
    block: unchanged ? previous : { kind: "list", key, ordered, start, items: blocks },
  };
}

/** The same list with its items set loose or tight. */
export function withLooseness(node: ListNode, loose: boolean, references: References): ListNode {
  if (node.loose === loose) return node;
  return listNode(
    node.block,
    node.items.map((item) => rereadItem(item, loose, references)),
    loose,
  );
}

/** The node with every part read again that asked for a definition which has changed since; itself if there is none. */
export function refresh<N extends Node>(node: N, references: References): Node {
  if (node.kind === "leaf") {
    return references.changed(node.entry.lookups) ? leafNode(rereadBlock(node.entry, references)) : node;
  }
  const isStale = (item: Entry) => references.changed(item.lookups);
  if (!node.items.some(isStale)) return node;
  const items = node.items.map((item) => (isStale(item) ? rereadItem(item, node.loose, references) : item));
  return listNode(node.block, items, node.loose);
}
