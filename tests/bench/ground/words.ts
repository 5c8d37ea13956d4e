import { tokens } from "../../../tools/model/tokens";

/** The last word of a text, by which a page is known to show its end. */
export const endOf = (name: string): string => `Finis-${name}`;

/**
 * What coding agents write: headings, paragraphs with emphasis and code, lists, a fenced block, and at its very end a
 * word that stands nowhere else.
 *
 * @param length in characters, up to a section's more
 */
export function answer(name: string, length: number): string {
  const sections: string[] = [];
  for (let written = 0; written < length; ) {
    const section = sectionOf(sections.length + 1);
    sections.push(section);
    written += section.length + 2;
  }
  return `${sections.join("\n\n")}\n\n${endOf(name)}`;
}

/** The same as a model sends it, in at least so many tokens. */
export function answerInTokens(name: string, count: number): string[] {
  const pieces: string[] = [];
  for (let section = 1; pieces.length < count; section++) pieces.push(...tokens(`${sectionOf(section)}\n\n`));
  return [...pieces, endOf(name)];
}

/** Words that carry their number, in paragraphs: which of them is painted can be read off the page. */
export function numbered(name: string, count: number): string {
  const words = Array.from({ length: count }, (_, index) => `n${index}${index % 40 === 39 ? "\n\n" : " "}`);
  return `${words.join("").trim()} ${endOf(name)}`;
}

function sectionOf(number: number): string {
  return `## Step ${number}: the harbour's table

The **height** at hour ${number} follows from the table of \`harmonics\`: each row has an amplitude, a speed and a phase, and
the sum of their cosines is what the gauge shows. _Wind_ and pressure come on top; see [the note](https://example.com/${number}).

- row ${number} holds the moon's part, which is the largest
- the sun's part is **less than half** of it
- what remains is \`shallow\` water, and small

\`\`\`ts
export function height${number}(hours: number, rows: readonly Row[]): number {
  const start = rows[${number % 7}]?.phase ?? 0;
  return rows.reduce((sum, row) => sum + row.amplitude * Math.cos(row.speed * hours + start), 0);
}
\`\`\``;
}
