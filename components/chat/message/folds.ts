import type { MessageId } from "../../../lib/model";

/**
 * What is folded in the messages of a turn, as far as that is on the page: calls, thoughts; not what is inside of those.
 * `toggle` opens them, or where all are open closes them. `undefined`: there is nothing of the kind.
 */
export function foldsOf(turn: readonly MessageId[]): { isOpen: boolean; toggle(): void } | undefined {
  const articles = [...document.querySelectorAll<HTMLElement>("article[data-message-id]")];
  const heads = articles
    .filter(({ dataset }) => turn.includes(dataset.messageId ?? ""))
    .flatMap((article) => [...article.querySelectorAll<HTMLButtonElement>("button[data-fold]")])
    .filter((head) => !head.parentElement?.parentElement?.closest("[data-open]"));
  if (heads.length === 0) return undefined;
  const closed = heads.filter((head) => head.ariaExpanded !== "true");
  return {
    isOpen: closed.length === 0,
    toggle() {
      for (const head of closed.length > 0 ? closed : heads) head.click();
    },
  };
}
