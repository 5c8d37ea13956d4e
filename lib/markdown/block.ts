import { closeList, openList, renderCode } from "./render";

interface BlockBase {
  /** Stays the same while the block grows; unique in its text. */
  key: string;
}

/** Anything whose HTML stands on its own. The HTML is not sanitised yet: only `sanitise.ts` brings it into a page. */
export interface HtmlBlock extends BlockBase {
  kind: "html";
  html: string;
}

/** A code block of the top level. */
export interface CodeBlock extends BlockBase {
  kind: "code";
  /** Lower-case language of the fence, "" if it names none. */
  language: string;
  text: string;
  /** The closing fence has not arrived. */
  open: boolean;
}

/** A list of the top level; each item is the HTML of one `<li>`. */
export interface ListBlock extends BlockBase {
  kind: "list";
  ordered: boolean;
  /** Number of the first item, "" for bullets. */
  start: number | "";
  items: readonly HtmlBlock[];
}

/** A block of the top level. Blocks are never changed: one that grew is a new object with the same key. */
export type Block = HtmlBlock | CodeBlock | ListBlock;

/** HTML of blocks, not sanitised. */
export function blocksToHtml(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if (block.kind === "html") return block.html;
      if (block.kind === "code") return renderCode(block.language, block.text);
      const items = block.items.map((item) => item.html).join("");
      return openList(block.ordered, block.start) + items + closeList(block.ordered);
    })
    .join("");
}
