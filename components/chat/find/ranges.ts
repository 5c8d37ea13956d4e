import { BREAK, separates } from "../../../lib/find/plain";

/** What stands in a text without being of it: a code block's head. */
const ASIDE = "figcaption";

function blockOf(node: Node, root: Element): Element {
  let element = node.parentElement;
  while (element && element !== root && !separates(element.tagName)) element = element.parentElement;
  return element ?? root;
}

/** Where a pattern is in the text of an element, which reads on over inline elements and ends with a block. */
export function rangesIn(root: Element, pattern: RegExp): StaticRange[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof Element && node.matches(ASIDE) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const nodes: { node: Text; start: number }[] = [];
  let text = "";
  let block: Element | undefined;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof HTMLBRElement) text += BREAK;
    if (!(node instanceof Text)) continue;
    const own = blockOf(node, root);
    if (block && own !== block) text += BREAK;
    block = own;
    nodes.push({ node, start: text.length });
    text += node.data;
  }

  let at = 0;
  /** Goes on only: matches come in order. */
  const place = (offset: number, isEnd: boolean) => {
    const reaches = (next: { start: number } | undefined) =>
      next !== undefined && (isEnd ? next.start < offset : next.start <= offset);
    while (reaches(nodes[at + 1])) at++;
    const found = nodes[at];
    return { node: found?.node ?? root, offset: offset - (found?.start ?? offset) };
  };
  return Array.from(text.matchAll(pattern), ({ 0: match, index }) => {
    const start = place(index, false);
    const end = place(index + match.length, true);
    return new StaticRange({
      startContainer: start.node,
      startOffset: start.offset,
      endContainer: end.node,
      endOffset: end.offset,
    });
  });
}

const SCROLLS: ReadonlySet<string> = new Set(["auto", "scroll"]);

/** Scrolls the boxes inside of `root` in which a range stands, so that it can be seen there: long outputs, wide code. */
export function uncover(range: StaticRange, root: Element): void {
  for (let box = range.startContainer.parentElement; box && box !== root; box = box.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(box);
    const inner = box.getBoundingClientRect();
    const rect = rectOf(range);
    if (SCROLLS.has(overflowY) && (rect.top < inner.top || rect.bottom > inner.bottom)) {
      box.scrollTop += rect.top - inner.top - inner.height / 3;
    }
    if (SCROLLS.has(overflowX) && (rect.left < inner.left || rect.right > inner.right)) {
      box.scrollLeft += rect.left - inner.left - inner.width / 3;
    }
  }
}

/** Where a range is on the screen. */
export function rectOf({ startContainer, startOffset, endContainer, endOffset }: StaticRange): DOMRect {
  const range = document.createRange();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return range.getBoundingClientRect();
}
