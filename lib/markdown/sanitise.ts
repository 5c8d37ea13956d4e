import createDOMPurify, { type Config, type DOMPurify } from "dompurify";
import { safeImage, safeLink } from "./links";

const TAGS = [
  ...["p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "div", "span", "section", "article"],
  ...["ul", "ol", "li", "dl", "dt", "dd", "details", "summary", "figure", "figcaption", "input"],
  ...["table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "th", "td"],
  ...[
    "a",
    "img",
    "b",
    "strong",
    "i",
    "em",
    "u",
    "s",
    "del",
    "ins",
    "mark",
    "small",
    "sub",
    "sup",
    "code",
    "kbd",
    "samp",
  ],
  ...["var", "abbr", "cite", "dfn", "q", "time", "bdi", "bdo", "ruby", "rt", "rp", "wbr"],
];

/** Attributes that may be on any of the tags; the hook below narrows them by element. */
const ATTRIBUTES = [
  ...["href", "title", "target", "rel", "referrerpolicy", "alt", "src", "data-src", "dir", "lang", "open"],
  ...["start", "reversed", "align", "colspan", "rowspan", "scope", "datetime", "type", "checked", "disabled"],
  ...["data-md", "data-lang", "data-depth", "data-path", "role", "aria-label", "tabindex"],
];

const CONFIG = {
  ALLOWED_TAGS: TAGS,
  ALLOWED_ATTR: ATTRIBUTES,
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  // Words such as "Table: a" would be taken for an address; the hook below judges what is in data-src, and data-path is none.
  ADD_URI_SAFE_ATTR: ["aria-label", "data-path", "data-src"],
  ALLOWED_NAMESPACES: ["http://www.w3.org/1999/xhtml"],
  // The text of anything else stays, that of these goes with them.
  FORBID_CONTENTS: [
    ...["script", "style", "template", "noscript", "iframe", "object", "embed", "svg", "math", "audio", "video"],
    ...["select", "textarea", "title", "head", "xmp", "noembed", "noframes", "plaintext"],
  ],
  IN_PLACE: true,
} satisfies Config;

/** Attributes that are meant for some elements only. */
const ONLY_ON: ReadonlyMap<string, (element: Element) => boolean> = new Map(
  Object.entries({
    href: (element: Element) => element.tagName === "A",
    target: () => false,
    rel: () => false,
    referrerpolicy: () => false,
    src: () => false,
    "data-src": (element: Element) => element.tagName === "IMG",
    "data-md": (element: Element) => /^(?:code|table|task|short)$/.test(element.getAttribute("data-md") ?? ""),
    "data-path": (element: Element) => element.tagName === "SPAN",
    "data-lang": (element: Element) => element.getAttribute("data-md") === "code",
    role: (element: Element) => isTableRegion(element) && element.getAttribute("role") === "region",
    "aria-label": (element: Element) => isTableRegion(element),
    tabindex: (element: Element) => isTableRegion(element) && element.getAttribute("tabindex") === "0",
    type: (element: Element) => element.tagName === "INPUT",
    checked: (element: Element) => element.tagName === "INPUT",
    disabled: (element: Element) => element.tagName === "INPUT",
    dir: (element: Element) => /^(?:ltr|rtl|auto)$/i.test(element.getAttribute("dir") ?? ""),
  }),
);

const isTableRegion = (element: Element): boolean =>
  element.tagName === "DIV" && element.getAttribute("data-md") === "table";

/** Narrows one element to what the panel wants of it, whoever wrote it: our renderer, a model, or a page. */
function narrow(element: Element): void {
  if (element.tagName === "IMG") {
    // Without `src` nothing is fetched; the component loads the image when the reader asks for it.
    const image = safeImage(element.getAttribute("data-src") ?? element.getAttribute("src") ?? "");
    if (image) element.setAttribute("data-src", image.url);
    else element.removeAttribute("data-src");
  }
  for (const name of element.getAttributeNames()) {
    const isMeant = ONLY_ON.get(name);
    if (isMeant && !isMeant(element)) element.removeAttribute(name);
  }
  if (element.tagName === "A") {
    const url = safeLink(element.getAttribute("href") ?? "");
    if (!url) {
      element.removeAttribute("href");
      return;
    }
    element.setAttribute("href", url);
    element.setAttribute("target", "_blank");
    element.setAttribute("rel", "noopener noreferrer nofollow");
    element.setAttribute("referrerpolicy", "no-referrer");
  }
  if (element.tagName === "INPUT") {
    element.setAttribute("disabled", "");
    element.setAttribute("aria-label", element.hasAttribute("checked") ? "Done" : "To do");
  }
}

/**
 * Models jump between heading levels as they like, and an answer is but a part of the panel's page: all its headings
 * are of the level below the page's own, and look as deep as they were written.
 */
function levelHeadings(fragment: DocumentFragment): void {
  for (const heading of fragment.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
    const written = heading.getAttribute("data-depth") ?? "";
    const level = document.createElement("h2");
    level.setAttribute("data-depth", /^[1-6]$/.test(written) ? written : heading.tagName.slice(1));
    level.append(...heading.childNodes);
    heading.replaceWith(level);
  }
}

function createPurifier(): DOMPurify {
  const purifier = createDOMPurify(window);
  // Given with each call it would be read anew each time, which takes longer than most blocks do.
  purifier.setConfig(CONFIG);
  purifier.addHook("afterSanitizeAttributes", narrow);
  return purifier;
}

let purifier: DOMPurify | undefined;
/** Texts parsed in one document: each leaves a node iterator behind, which hears of every removal until it is collected. */
const SHARED = 16;

/**
 * A document without a window, in which nothing runs or loads. Given a string, DOMPurify makes one for each, which takes
 * longer than most blocks do.
 */
let inert: { document: Document; uses: number } | undefined;

function inertDocument(): Document {
  if (!inert || inert.uses >= SHARED) inert = { document: document.implementation.createHTMLDocument(), uses: 0 };
  inert.uses += 1;
  return inert.document;
}

/**
 * Turns HTML from a model or a page into nodes that may be put into the document. This is the only place where a
 * string becomes HTML. Nothing in the result runs, loads, submits, or takes part in the page's ids and styles; links
 * are http, https or mailto and open without opener or referrer; images carry their address in `data-src` only.
 */
export function sanitise(html: string): DocumentFragment {
  purifier ??= createPurifier();
  const box = inertDocument().createElement("div");
  box.innerHTML = html;
  purifier.sanitize(box, { IN_PLACE: true });
  // Not in a hook on elements: with one of those, DOMPurify copies its list of tags for each text.
  for (const field of box.querySelectorAll('input:not([type="checkbox" i])')) field.remove();
  const fragment = document.createDocumentFragment();
  while (box.firstChild) fragment.append(box.firstChild);
  levelHeadings(fragment);
  return fragment;
}
