/** For what takes away the button that was pressed: writing comes next. */
export function focusComposer(): void {
  document.querySelector<HTMLElement>("textarea[aria-label=Message]")?.focus();
}
