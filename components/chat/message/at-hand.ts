/** What offers commands on the page, each in an article that says so: `own` is a message of the user's. */
type Kind = "own" | "answer" | "unsent";

function articleAt(node: Node | null | undefined): HTMLElement | undefined {
  const element = node instanceof Element ? node : node?.parentElement;
  return element?.closest<HTMLElement>("article[data-message-id]") ?? undefined;
}

/**
 * Id of the message of a kind that is meant by who says no more: the one that has the focus or selected words in it, else
 * the last on the page. Where nothing can be done, as with a request to compact, none is at hand.
 */
export function messageAtHand(kind: Kind, at: Element | null): string | undefined {
  const isOfKind = (article: HTMLElement | undefined) => article?.dataset.atHand === kind;
  const chosen = [articleAt(at), articleAt(document.getSelection()?.anchorNode)].find(isOfKind);
  const all = document.querySelectorAll<HTMLElement>(`article[data-message-id][data-at-hand=${kind}]`);
  return (chosen ?? all[all.length - 1])?.dataset.messageId;
}
