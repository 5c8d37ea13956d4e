import { createSignal } from "solid-js";
import type { FindSwitch } from "../chat-context";

/** Opens and closes the search of a session. */
export function createFindSwitch(): FindSwitch {
  const [asked, setAsked] = createSignal(0);
  const [revealed, setRevealed] = createSignal<string>();
  return {
    asked,
    open: () => setAsked((count) => count + 1),
    close: () => setAsked(0),
    revealed,
    reveal: (pieceId) => setRevealed(pieceId),
  };
}
