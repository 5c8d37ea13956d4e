/** How far outside of the view an element counts as seen already. */
const MARGIN = "400px 0px";

const listeners = new WeakMap<Element, (seen: boolean) => void>();
let observer: IntersectionObserver | undefined;

/**
 * Calls `listener` when the element comes into view or near it, and when it leaves. One observer serves the page. Where
 * there is none, nothing is ever out of sight. Returns what ends it.
 */
export function whenSeen(element: Element, listener: (seen: boolean) => void): () => void {
  if (typeof IntersectionObserver === "undefined") return () => {};
  observer ??= new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) listeners.get(target)?.(isIntersecting);
    },
    // What scrolls is a box inside the page, whose edge only the second one widens.
    { rootMargin: MARGIN, scrollMargin: MARGIN },
  );
  listener(false);
  listeners.set(element, listener);
  observer.observe(element);
  return () => observer?.unobserve(element);
}
