import type { Token, Tokens } from "marked";
import type { Block, HtmlBlock } from "./block";
import { type Entry, type Place, readBlock, readItem } from "./entry";
import type { Lexed } from "./lexer";
import { inLinkAfter, type ListNode, leafNode, listNode, type Node, withLooseness } from "./node";
import type { References } from "./references";
import type { State } from "./state";

/** A node and the token it came from. */
export interface Reading {
  node: Node;
  token: Token;
  /** Index of the token. */
  index: number;
}

const isList = (token: Token): token is Tokens.List => token.type === "list";

/**
 * Reads the inline text of all blocks that are not settled, except those that are as they were at the last update.
 * With `repairFrom`, the last block is completed for display if its token's index is at least that.
 */
export function readTail(state: State, lexed: Lexed, references: References, repairFrom: number): Reading[] {
  const recent = new Map<string, Entry>();
  const recentLists = new Map<string, Block>();

  /** The entry of the last update if it would be read just the same, else what `read` makes. */
  function keep<B extends Entry>(
    id: string,
    source: string,
    place: Place,
    known: (entry: Entry) => entry is B,
    read: () => B,
  ): B {
    const old = state.recent.get(id);
    const same =
      old !== undefined &&
      old.source === source &&
      old.startsInLink === place.inLink &&
      old.repaired === place.repair &&
      !references.changed(old.lookups);
    const entry = same && known(old) ? old : read();
    recent.set(id, entry);
    return entry;
  }

  function readList(token: Tokens.List, place: Place, position: number, continued: boolean): ListNode {
    const growing = continued ? state.list : undefined;
    const loose = token.loose || (growing?.loose ?? false);
    if (growing) growing.node = withLooseness(growing.node, loose, references);
    const items: Entry<HtmlBlock>[] = growing ? [...growing.node.items] : [];
    let at = position;
    let { inLink } = place;
    for (const [i, item] of token.items.entries()) {
      const raw = item.raw;
      const repair = place.repair && i === token.items.length - 1;
      const itemPlace = { ...place, key: `${at}:item`, inLink, repair };
      const entry = keep(`${at}:${loose}`, raw, itemPlace, isHtmlEntry, () => readItem(item, loose, itemPlace));
      items.push(entry);
      inLink = entry.inLink;
      at += raw.length;
    }
    const head = growing?.node.block ?? { key: `${place.key}:list`, ordered: token.ordered, start: token.start };
    const node = listNode(head, items, loose, state.recentLists.get(head.key));
    recentLists.set(head.key, node.block);
    return node;
  }

  const readings: Reading[] = [];
  const last = lexed.tokens.findLastIndex((token) => token.type !== "space");
  let position = state.position;
  let inLink = state.list ? inLinkAfter(state.list.node) : state.inLink;
  for (const [index, token] of lexed.tokens.entries()) {
    const key = String(position);
    const start = position;
    position += token.raw.length;
    if (token.type === "space" || token.type === "def") continue;
    const place: Place = { key, lexed, references, inLink, repair: index === last && index >= repairFrom };
    const node = isList(token)
      ? readList(token, place, start, readings.length === 0)
      : leafNode(keep(key, token.raw, place, isEntry, () => readBlock(token, place)));
    inLink = inLinkAfter(node);
    readings.push({ node, token, index });
  }
  state.recent = recent;
  state.recentLists = recentLists;
  return readings;
}

const isEntry = (_: Entry): _ is Entry => true;
const isHtmlEntry = (entry: Entry): entry is Entry<HtmlBlock> => entry.block.kind === "html";
