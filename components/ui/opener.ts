/**
 * Finds what the focus goes back to when what was opened from `active` is closed: the element itself, or the button of the menu
 * that it stood in, which is gone by then.
 */
export function openerOf(active: Element | null): (() => HTMLElement | undefined) | undefined {
  if (!(active instanceof HTMLElement) || active === document.body) return undefined;
  const trigger = active.closest("[role=menu]")?.getAttribute("aria-labelledby");
  return () => (trigger ? (document.getElementById(trigger) ?? undefined) : active);
}
