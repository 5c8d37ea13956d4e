const ARTICLE = "article[data-message-id]";
type Kind = "You" | "Assistant";

function articleAt(node: Node | null | undefined): HTMLElement | undefined {
  const element = node instanceof Element ? node : node?.parentElement;
  return element?.closest<HTMLElement>(ARTICLE) ?? undefined;
}

/**
 * Id of the message of a kind that is meant by who says no more: the one that has the focus or selected words in it, else
 * the last on the page.
 */
export function messageAtHand(kind: Kind, at: Element | null): string | undefined {
  const isOfKind = (article: HTMLElement | undefined) => article?.getAttribute("aria-label") === kind;
  const chosen = [articleAt(at), articleAt(document.getSelection()?.anchorNode)].find(isOfKind);
  const all = document.querySelectorAll<HTMLElement>(`${ARTICLE}[aria-label=${kind}]`);
  return (chosen ?? all[all.length - 1])?.dataset.messageId;
}
