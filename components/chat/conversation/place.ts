import type { MessageId } from "../../../lib/model";

/**
 * Where a reader is: a message, and how far its top stands below the top of the box in CSS pixels (negative: above). In a long
 * text it is the top of the message's chunk of that number: how high those before it are, nobody knows before they are seen.
 */
export interface Place {
  messageId: MessageId;
  chunk?: number;
  offset: number;
}

function articlesOf(content: HTMLElement): HTMLElement[] {
  return [...content.querySelectorAll<HTMLElement>(":scope > [data-message-id]")];
}

export function articleOf(content: HTMLElement, id: MessageId): HTMLElement | undefined {
  return articlesOf(content).find((article) => article.dataset.messageId === id);
}

function chunksOf(article: HTMLElement): HTMLElement[] {
  return [...article.querySelectorAll<HTMLElement>("[data-chunk]")];
}

/** The first message of which something can be seen. */
export function placeIn(scroller: HTMLElement, content: HTMLElement): Place | undefined {
  const { top } = scroller.getBoundingClientRect();
  const isSeen = (element: HTMLElement) => {
    const { height, bottom } = element.getBoundingClientRect();
    // What has no height (a step without anything to see) is nothing to hold on to.
    return height > 0 && bottom > top + 1;
  };
  const offset = (element: HTMLElement) => Math.round((element.getBoundingClientRect().top - top) * 100) / 100;
  const article = articlesOf(content).find(isSeen);
  if (!article) return undefined;
  const messageId = article.dataset.messageId ?? "";
  const chunks = chunksOf(article);
  const at = chunks.findIndex(isSeen);
  const chunk = chunks[at];
  return at > 0 && chunk ? { messageId, chunk: at, offset: offset(chunk) } : { messageId, offset: offset(article) };
}

/** The last message of which something can be seen. */
export function lastSeen(scroller: HTMLElement, content: HTMLElement): MessageId | undefined {
  const { bottom } = scroller.getBoundingClientRect();
  return articlesOf(content).findLast((article) => article.getBoundingClientRect().top < bottom)?.dataset.messageId;
}

/** How far to scroll so that a place is where it was; `undefined` when its message, or so much of it, is not on the page. */
export function distanceTo(scroller: HTMLElement, content: HTMLElement, place: Place): number | undefined {
  const article = articleOf(content, place.messageId);
  const element = article && place.chunk !== undefined ? chunksOf(article)[place.chunk] : article;
  return element && element.getBoundingClientRect().top - scroller.getBoundingClientRect().top - place.offset;
}

/** Pixels beyond what can be seen that stay on the page: more than what makes the next messages come. */
const ROOM = 1_200;

/** The first and the last message that is to stay because it can be seen, or nearly. */
export function needed(scroller: HTMLElement, content: HTMLElement): { first?: MessageId; last?: MessageId } {
  const { top, bottom } = scroller.getBoundingClientRect();
  const near = articlesOf(content).filter((article) => {
    const rect = article.getBoundingClientRect();
    return rect.bottom > top - ROOM && rect.top < bottom + ROOM;
  });
  const [first, last] = [near[0]?.dataset.messageId, near.at(-1)?.dataset.messageId];
  return { ...(first === undefined ? {} : { first }), ...(last === undefined ? {} : { last }) };
}
