/** Every line end as `\n`. */
export const normalise = (text: string): string => (text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text);

/** Offset in `raw` of the character that stands at `offset` once line ends are normalised. */
export function rawOffset(raw: string, offset: number): number {
  let at = 0;
  for (let left = offset; left > 0; left--) at += raw[at] === "\r" && raw[at + 1] === "\n" ? 2 : 1;
  return at;
}

/**
 * Index from which on `text`, as far as `end`, consists of nothing but these characters; not before `start`. A pattern
 * that ends in `$` would look at a long run of them once from each of its characters.
 */
export function startOfTrailing(text: string, characters: string, start = 0, end = text.length): number {
  let at = end;
  while (at > start && characters.includes(text.charAt(at - 1))) at--;
  return at;
}
