import type { Block } from "./block";
import { followLag, startLag } from "./lag";
import { lexBlocks } from "./lexer";
import { normalise, rawOffset } from "./line-ends";
import { loosensList } from "./list-items";
import { inLinkAfter, listNode } from "./node";
import { findOpenFence, growFence } from "./open-fence";
import { type Reading, readTail } from "./read";
import { createReferences } from "./references";
import { repairLines } from "./repair-lines";
import { findSettled, type Settled } from "./settle";
import { initialState, refreshSettled, type State } from "./state";

export { type Block, blocksToHtml, type CodeBlock, type HtmlBlock, type ListBlock } from "./block";

export interface UpdateOptions {
  /** More text will come: complete what is half finished at the end, so that it looks right while it grows. */
  streaming?: boolean;
}

/** Splits one growing Markdown text into blocks. */
export interface BlockParser {
  /**
   * Takes the whole text so far and returns all its blocks. The work goes with the text since the last settled
   * block or list item, not with the length of the whole. While `streaming`, the newest part of a very long open block
   * is plain text for a while, so that each character is read a bounded number of times. A block that has not changed is the very same object as
   * before. Without `streaming`, the blocks' HTML is exactly that of the text parsed at once. Text that does not
   * begin with the text before it starts afresh.
   */
  update(text: string, options?: UpdateOptions): readonly Block[];
}

export function createBlockParser(): BlockParser {
  let state = initialState();
  return {
    update(text, { streaming = false } = {}) {
      if (!text.startsWith(state.text)) state = initialState();
      state.text = text;
      const blocks = advance(state, streaming);
      if (blocks) return blocks;
      // A late definition changed more than the blocks that use it: everything has to be read again.
      state = { ...initialState(), text };
      return advance(state, streaming) ?? [];
    },
  };
}

/** Reads what is not settled yet. Undefined if settled blocks can no longer be relied on. */
function advance(state: State, streaming: boolean): readonly Block[] | undefined {
  const lagging = streaming && state.lag ? followLag(state.lag, state.text) : undefined;
  if (lagging) return lagging;
  state.lag = undefined;
  const rawTail = state.text.slice(state.offset);
  const tail = normalise(rawTail);
  if (state.fence) {
    const block = growFence(state.fence, tail, streaming);
    if (block) return [...state.blocks, block];
    state.fence = undefined;
  }
  const source = streaming ? repairLines(tail) : tail;
  const references = createReferences(state.definitions);
  const lexed = lexBlocks(source, references);
  const continuesList = lexed.tokens[0]?.type === "list";
  if ((state.list && !continuesList) || !refreshSettled(state, references)) return undefined;

  const settled = findSettled(source, lexed.tokens);
  const readings = readTail(state, lexed, references, streaming ? settled.tokens : Number.POSITIVE_INFINITY);
  const growing = readings.map(({ node }) => node.block);
  const all = [...state.blocks, ...growing];

  settleNodes(state, readings, settled);
  const end = settled.offset + settleItems(state, readings, settled, source);
  if (end > 0 && references.growing.size > 0) {
    const alone = createReferences(state.definitions);
    lexBlocks(source.slice(0, end), alone);
    for (const [label, definition] of alone.growing) state.definitions.set(label, definition);
  }
  state.offset += tail === rawTail ? end : rawOffset(rawTail, end);
  state.position += end;
  const next = readings.find(({ index }) => index >= settled.tokens)?.node.block;
  if (next?.kind === "code" && next.open) state.fence = findOpenFence(tail.slice(end), String(state.position));
  if (streaming && !state.fence) state.lag = startLag(all, state.text.length, state.text.length - state.offset);
  return all;
}

function settleNodes(state: State, readings: readonly Reading[], settled: Settled): void {
  for (const { node, index } of readings) {
    if (index >= settled.tokens) break;
    state.nodes.push(node);
    state.blocks.push(node.block);
    state.inLink = inLinkAfter(node);
    state.list = undefined;
  }
}

/** Settles those items of a growing list after which another one has surely begun; returns the length of their source. */
function settleItems(state: State, readings: readonly Reading[], settled: Settled, source: string): number {
  const reading = readings.find(({ index }) => index >= settled.tokens);
  if (reading?.index !== settled.tokens || reading.node.kind !== "list" || reading.token.type !== "list") return 0;
  const { node, token } = reading;
  const items = (token.items ?? []) as Parameters<typeof loosensList>[0][];
  const before = node.items.length - items.length;
  let length = 0;
  let count = 0;
  let at = settled.offset;
  for (const [i, item] of items.entries()) {
    if (!source.includes("\n", at)) break;
    count = i;
    length = at - settled.offset;
    if (!source.startsWith(item.raw, at)) break;
    at += item.raw.length;
  }
  if (count === 0) return 0;
  const loose = (state.list?.loose ?? false) || items.slice(0, count).some(loosensList);
  state.list = { loose, node: listNode(node.block, node.items.slice(0, before + count), node.loose) };
  return length;
}
