import type { JSX } from "solid-js";
import type { FileLinks } from "../chat/markdown/file-links";

/** Words with links to the files they name; their element is the root of `links`. Made once: other words are made anew. */
export function linkedWords(words: string, links: FileLinks | undefined): JSX.Element {
  const found = links?.found(words) ?? [];
  if (!links || found.length === 0) return words;
  const pieces: JSX.Element[] = [];
  let at = 0;
  for (const { from, to, reference } of found) {
    const link = <span ref={(element) => links.link(element, reference)}>{words.slice(from, to)}</span>;
    pieces.push(words.slice(at, from), link);
    at = to;
  }
  pieces.push(words.slice(at));
  return pieces;
}
