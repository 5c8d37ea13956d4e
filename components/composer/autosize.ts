/** Makes a textarea as high as its text; CSS sets the least and the most. */
export function autosize(area: HTMLTextAreaElement): void {
  area.style.height = "auto";
  // The border is not part of scrollHeight.
  area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
}
