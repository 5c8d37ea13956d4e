import * as v from "valibot";
import { cleanLine, cleanText } from "./clean";
import { type CommentPlace, CommentPlaceSchema, placeLabel } from "./comment";
import { limitText } from "./limit";

/** One thing that goes along with a prompt, as its chip holds it: from a web page, or a comment on a line of a file. */
export interface ContextItem {
  id: string;
  kind: "selection" | "page" | "link" | "image" | "comment";
  /** The page's title; for links and images their own text. */
  title: string;
  /** The page's address; for links and images their own. */
  url: string;
  /** What is sent besides title and address; the user may edit it. */
  text: string;
  /** Milliseconds since the epoch. */
  createdAt: number;
  /** Of a comment alone. */
  place?: CommentPlace;
  /** How the user's words name it. */
  word?: string;
}

/** For items from storage and from messages. Lengths are not checked: the user may edit a text beyond what is captured. */
export const ContextItemSchema: v.GenericSchema<unknown, ContextItem> = v.object({
  id: v.pipe(v.string(), v.nonEmpty()),
  kind: v.picklist(["selection", "page", "link", "image", "comment"]),
  title: v.string(),
  url: v.string(),
  text: v.string(),
  createdAt: v.pipe(v.number(), v.finite()),
  place: v.exactOptional(CommentPlaceSchema),
  word: v.exactOptional(v.string()),
});

/** What a page said, before it is cleaned and cut. */
export interface RawItem {
  kind: Exclude<ContextItem["kind"], "comment">;
  title: string;
  url: string;
  text: string;
  /** How long the text is on the page, in UTF-16 units, when `text` is only its beginning. */
  textLength?: number | undefined;
}

/** The only way from what a page said to an item: cleaned, cut to the limits, with an id that the page cannot know. */
export function createItem(raw: RawItem, word?: string): ContextItem {
  return {
    id: crypto.randomUUID(),
    kind: raw.kind,
    title: cleanLine(raw.title, TITLE_LIMIT),
    url: cleanAddress(raw.url),
    text: limitText(cleanText(raw.text), raw.textLength),
    createdAt: Date.now(),
    ...(word === undefined ? {} : { word }),
  };
}

const TITLE_LIMIT = 300;
const ADDRESS_LIMIT = 2000;

/**
 * An address as it may go to a model: without user and password, and without the content of a `data:` address, which can be
 * a whole image in text that no model reads.
 */
export function cleanAddress(address: string): string {
  const line = cleanLine(address, ADDRESS_LIMIT);
  if (/^data:/i.test(line)) return `${line.slice(0, line.search(/[,;]|$/))},…`;
  return line.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?#@]*@/i, "$1");
}

/** What a chip says, at most 60 characters: the first words of a selection, else the title, else where it comes from. */
export function itemLabel(item: Pick<ContextItem, "kind" | "title" | "url" | "text" | "place">): string {
  if (item.place) return cleanLine(`${placeLabel(item.place)} ${item.text}`, 60);
  const words = item.kind === "selection" ? item.text : item.title;
  const label = cleanLine(words, 60) || cleanLine(item.title, 60) || shortAddress(item.url);
  return item.kind === "selection" && label !== "" ? `“${label}”` : label;
}

function shortAddress(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  return cleanLine(url?.host ? url.host + url.pathname : address, 60);
}
