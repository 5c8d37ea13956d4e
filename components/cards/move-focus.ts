/**
 * Arrow up and down (and Home, End) among the elements of a list that match `selector`, from one of them or from what
 * stands beside it in the same list item. Tab is left alone.
 */
export function moveFocus(event: KeyboardEvent & { currentTarget: HTMLElement }, selector: string): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented) return;
  if (!(event.target instanceof Element) || event.target.closest("input, textarea, [role=menu]")) return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>(selector)];
  const item = event.target.closest("li");
  const at = stops.findIndex((stop) => item?.contains(stop));
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: stops.length - 1 }[event.key];
  const stop = next === undefined ? undefined : stops[next];
  if (!stop) return;
  event.preventDefault();
  stop.focus();
}
