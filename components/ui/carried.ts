import { children, type JSX } from "solid-js";

/** A part of the page that is moved as it is. */
export interface Carried {
  /** Its elements: in one place at a time. */
  content: JSX.Element;
  /** Call it before they are moved: browsers forget what is scrolled and what has the focus. */
  take(): void;
  /** Call it when they stand again. Tells whether the focus was in there. */
  put(): boolean;
}

/** Where something is scrolled to: by what stands at its top, from its child down, and how much of each is above that. */
interface Place {
  scroller: Element;
  tops: { element: Element; above: number }[];
}

/** Makes what is given once, so that it can be moved. */
export function createCarried(given: () => JSX.Element): Carried {
  const made = children(given);
  let places: Place[] = [];
  let focused: HTMLElement | undefined;

  return {
    get content() {
      return made();
    },
    take() {
      const elements = made
        .toArray()
        .filter((node) => node instanceof HTMLElement)
        .flatMap((element) => [element, ...element.querySelectorAll<HTMLElement>("*")]);
      places = elements.filter(({ scrollTop }) => scrollTop > 0).map(placeOf);
      focused = elements.find((element) => element === document.activeElement);
    },
    put() {
      for (const { scroller, tops } of places) {
        // Some of it may have been laid out anew for the other width.
        const top = tops.findLast(({ element }) => element.isConnected);
        if (!top) continue;
        const { y, height } = top.element.getBoundingClientRect();
        scroller.scrollTop += y - scroller.getBoundingClientRect().y + top.above * height;
      }
      focused?.focus({ preventScroll: true });
      const hadFocus = focused !== undefined;
      places = [];
      focused = undefined;
      return hadFocus;
    },
  };
}

function placeOf(scroller: Element): Place {
  const edge = scroller.getBoundingClientRect().y;
  const tops: Place["tops"] = [];
  for (let at: Element | undefined = scroller; at; at = tops.at(-1)?.element) {
    const element = [...at.children].find((child) => child.getBoundingClientRect().bottom > edge);
    if (!element) break;
    const { y, height } = element.getBoundingClientRect();
    tops.push({ element, above: (edge - y) / (height || 1) });
  }
  return { scroller, tops };
}
