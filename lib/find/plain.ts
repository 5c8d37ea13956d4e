import { blocksToHtml, createBlockParser } from "../markdown/blocks";

/** Stands between blocks, where no query reaches across. */
export const BREAK = "\0";

/** Elements whose text reads on. */
const INLINE: ReadonlySet<string> = new Set(
  "A ABBR B BDI BDO CITE CODE DEL DFN EM I INPUT INS KBD MARK Q S SAMP SMALL SPAN STRIKE STRONG SUB SUP U VAR WBR".split(
    " ",
  ),
);

/** Whether what stands before an element, in it and after it are texts apart. */
export const separates = (tagName: string): boolean => !INLINE.has(tagName.toUpperCase());

const TAG = /<!--[\s\S]*?-->|<\/?([a-z][\w-]*)(?:"[^"]*"|'[^']*'|[^'">])*>/gi;
const ENTITY = /&(?:amp|lt|gt|quot|#39);/g;
const ENTITIES: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
};

/** The text that a Markdown source shows, by the same reading that the conversation is made by. */
export function plainOf(markdown: string): string {
  return blocksToHtml(createBlockParser().update(markdown))
    .replace(TAG, (_, name: string | undefined) => (name !== undefined && separates(name) ? BREAK : ""))
    .replace(ENTITY, (entity) => ENTITIES[entity] ?? entity);
}
