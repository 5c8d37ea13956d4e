import { createSignal } from "solid-js";
import type { Sought } from "../../app/context";
import type { FindSwitch, Revealed } from "../chat-context";

/**
 * Opens and closes the search of a session. It is open from the beginning where something is looked for.
 *
 * @param place what is revealed at first: where the reader was
 */
export function createFindSwitch(sought?: Sought, place?: Revealed): FindSwitch {
  const [asked, setAsked] = createSignal(sought ? 1 : 0);
  let first = sought;
  const [revealed, setRevealed] = createSignal(place);
  return {
    asked,
    open: () => setAsked((count) => count + 1),
    close: () => setAsked(0),
    takeSought() {
      const taken = first;
      first = undefined;
      return taken;
    },
    revealed,
    reveal: setRevealed,
  };
}
