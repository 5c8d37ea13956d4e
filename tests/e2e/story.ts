/** Plain paragraphs whose every word tells where it stands: what is lost, doubled or out of order shows. */
export function story(name: string, paragraphs: number, words = 12): string {
  return Array.from({ length: paragraphs }, (_, paragraph) =>
    Array.from({ length: words }, (_, word) => `${name}-${paragraph + 1}-${word + 1}`).join(" "),
  ).join("\n\n");
}
