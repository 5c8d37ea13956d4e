/** A text that is as high as can be anyway is not measured: laying out a megabyte twice for each key takes seconds. */
const LONG = 10_000;

/** Makes a textarea as high as its text; CSS sets the least and the most. */
export function autosize(area: HTMLTextAreaElement): void {
  if (area.value.length > LONG) {
    area.style.height = "100vh";
    return;
  }
  area.style.height = "auto";
  // The border is not part of scrollHeight.
  area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
}
