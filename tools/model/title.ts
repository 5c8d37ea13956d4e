const WORDS = 6;

/** A short title: the first words of the prompt's last line that has some. */
export function title(prompt: string): string {
  const lines = prompt
    .replace(/```[\s\S]*?```/g, "")
    .split("\n")
    .map((line) => line.replace(/[#*_`>"“”]/g, "").trim())
    .filter((line) => /\p{L}/u.test(line));
  return (lines.at(-1) ?? "Untitled").split(/\s+/).slice(0, WORDS).join(" ");
}
