import type { MessageId } from "../../../lib/model";
import type { StoredPlace } from "../../../lib/storage/view";

export type Place = StoredPlace;

function articlesOf(content: HTMLElement): HTMLElement[] {
  return [...content.querySelectorAll<HTMLElement>(":scope > [data-message-id]")];
}

export function articleOf(content: HTMLElement, id: MessageId): HTMLElement | undefined {
  return articlesOf(content).find((article) => article.dataset.messageId === id);
}

/** The chunks of a message's texts; of those in folds nobody knows whether they will be there again. */
function chunksOf(article: HTMLElement): HTMLElement[] {
  return [...article.querySelectorAll<HTMLElement>("[data-chunk]")].filter((chunk) => !chunk.closest("[data-open]"));
}

const partOf = (chunk: HTMLElement): string | undefined => chunk.closest<HTMLElement>("[data-find]")?.dataset.find;
const fromOf = (chunk: HTMLElement): string | undefined => chunk.closest<HTMLElement>("[data-from]")?.dataset.from;

/** The chunks of one part, or of the stretch of it that begins at an offset, in their order. */
function chunksOfPart(article: HTMLElement, partId: string, from: string | undefined): HTMLElement[] {
  return chunksOf(article).filter((chunk) => partOf(chunk) === partId && fromOf(chunk) === from);
}

/**
 * The place of what stands at `top` of the page in a message, told by the nearest thing above it whose height does not
 * matter: the chunk that it is in, or the message.
 */
export function placeAt(scroller: HTMLElement, article: HTMLElement, top: number): Place {
  const messageId = article.dataset.messageId ?? "";
  const box = scroller.getBoundingClientRect().top;
  const offset = (element: HTMLElement) => Math.round((element.getBoundingClientRect().top - box) * 100) / 100;
  const chunk = chunksOf(article).findLast((one) => one.getBoundingClientRect().top <= top + 1);
  const partId = chunk && partOf(chunk);
  if (!chunk || partId === undefined) return { messageId, offset: offset(article) };
  const from = fromOf(chunk);
  const index = chunksOfPart(article, partId, from).indexOf(chunk);
  const stretch = from === undefined ? {} : { from: Number(from) };
  return { messageId, chunk: { partId, index, ...stretch }, offset: offset(chunk) };
}

/** Where the first message stands of which something can be seen. */
export function placeIn(scroller: HTMLElement, content: HTMLElement): Place | undefined {
  const { top } = scroller.getBoundingClientRect();
  const article = articlesOf(content).find((one) => {
    const { height, bottom } = one.getBoundingClientRect();
    // What has no height (a step without anything to see) is nothing to hold on to.
    return height > 0 && bottom > top + 1;
  });
  return article && placeAt(scroller, article, top);
}

/** The last message of which something can be seen. */
export function lastSeen(scroller: HTMLElement, content: HTMLElement): MessageId | undefined {
  const { bottom } = scroller.getBoundingClientRect();
  return articlesOf(content).findLast((article) => article.getBoundingClientRect().top < bottom)?.dataset.messageId;
}

/** How far to scroll so that a place is where it was; `undefined` when its message, or so much of it, is not on the page. */
export function distanceTo(scroller: HTMLElement, content: HTMLElement, place: Place): number | undefined {
  const article = articleOf(content, place.messageId);
  const { chunk } = place;
  const element = article && chunk ? chunksOfPart(article, chunk.partId, chunk.from?.toString())[chunk.index] : article;
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
