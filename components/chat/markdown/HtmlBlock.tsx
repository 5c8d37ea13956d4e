import { createRenderEffect, onCleanup } from "solid-js";
import { sanitise } from "../../../lib/markdown/sanitise";
import { type FileLinks, useFileLinks } from "./file-links";
import { createIslands } from "./islands";
import styles from "./markdown.module.css";
import { createMorpher } from "./morph";

export interface HtmlProps {
  /** Not sanitised yet. */
  html: string;
  growing: boolean;
}

/** Sanitised HTML; an image inside a link is words, because a button cannot stand in a link. */
function toNodes(html: string, files: FileLinks | undefined): DocumentFragment {
  const nodes = sanitise(html);
  for (const image of nodes.querySelectorAll(":is(a, [data-path]) img"))
    image.replaceWith(`Image: ${image.getAttribute("alt") ?? ""}`);
  files?.mark(nodes);
  return nodes;
}

function createContent(target: Element, props: HtmlProps, pick: (nodes: DocumentFragment) => Node): void {
  const morpher = createMorpher(createIslands(() => props.growing));
  const files = useFileLinks();
  onCleanup(() => morpher.dispose());
  createRenderEffect(() => morpher.morph(target, pick(toNodes(props.html, files))));
}

/** A block of HTML. Its element stays while the block grows, and so do all nodes in it that do not change. */
export function HtmlBlock(props: HtmlProps) {
  const element = (<div class={styles.block} dir="auto" />) as HTMLElement;
  createContent(element, props, (nodes) => nodes);
  return element;
}

/** One item of a list, from the HTML of its `<li>`. */
export function ListItem(props: HtmlProps) {
  const element = (<li />) as HTMLElement;
  createContent(element, props, (nodes) => {
    const item = nodes.firstElementChild;
    if (item?.tagName !== "LI") return nodes;
    element.toggleAttribute("data-task", item.getAttribute("data-md") === "task");
    // Raw HTML may have closed the item early; what it left outside still belongs to it.
    item.append(...[...nodes.childNodes].filter((node) => node !== item));
    return item;
  });
  return element;
}
