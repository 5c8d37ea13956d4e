/** Pieces of Markdown that hold whatever a model, a tool or a user wrote. */

/** A fenced block whose fence is longer than any in its text. */
export function fenced(text: string, language = ""): string {
  const longest = [...text.matchAll(/`{3,}/g)].reduce((most, [run]) => Math.max(most, run.length), 2);
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${text.replace(/\n+$/, "")}\n${fence}`;
}

/** One line as it is, with nothing in it that Markdown or HTML would take for markup. */
export function plainLine(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return escapeHtml(line).replace(/[\\`*_[\]#|~]/g, "\\$&");
}

/** Code within HTML. */
export function htmlCode(text: string): string {
  return `<code>${escapeHtml(text.replace(/\s+/g, " ").trim())}</code>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Something folded away under one line, which is HTML; the blank lines let what is inside be Markdown again. */
export function details(summary: string, blocks: readonly string[]): string {
  const inside = blocks.filter((block) => block !== "");
  return [
    "<details>",
    `<summary>${summary}</summary>`,
    ...inside.flatMap((block) => ["", block]),
    "",
    "</details>",
  ].join("\n");
}

export function quoted(text: string): string {
  return text
    .split("\n")
    .map((line) => `> ${line}`.trimEnd())
    .join("\n");
}
