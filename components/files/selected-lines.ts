/** The lines of a file, counted from 1, that a selection in `box` goes over. */
export function selectedLines(
  box: HTMLElement,
  selection: Selection | null,
): [first: number, last: number] | undefined {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const { startContainer, endContainer, endOffset } = selection.getRangeAt(0);
  const [first, last] = [lineAt(box, startContainer), lineAt(box, endContainer)];
  if (first === undefined || last === undefined) return undefined;
  // What ends before a line's first letter has nothing of that line.
  return [first, endOffset === 0 && last > first ? last - 1 : last];
}

function lineAt(box: HTMLElement, node: Node): number | undefined {
  const element = node instanceof Element ? node : node.parentElement;
  const line = element?.closest<HTMLElement>("[data-line]");
  return line && box.contains(line) ? Number(line.dataset.line) : undefined;
}
