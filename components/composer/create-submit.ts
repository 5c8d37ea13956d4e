import { type Accessor, onCleanup } from "solid-js";
import type { DraftKey } from "../app/drafts";
import type { Action } from "../ui/action";

export interface SubmitDeps {
  send: Action<[beside: boolean]>;
  /** Whether there is something to send, and nothing against it. */
  isReady(): boolean;
  key: Accessor<DraftKey>;
}

/**
 * Sends what is written. Who submits again while that is on its way has what they wrote since sent after it, in the same
 * session; unless the first could not be sent.
 */
export function createSubmit({ send, isReady, key }: SubmitDeps): (beside: boolean) => Promise<void> {
  let again: { key: DraftKey; beside: boolean } | undefined;
  let isGone = false;
  onCleanup(() => {
    isGone = true;
  });

  return async function submit(beside) {
    if (send.busy()) {
      again = { key: key(), beside };
      return;
    }
    if (!isReady()) return;
    again = undefined;
    const isSent = await send.run(beside);
    // Set meanwhile, which the compiler cannot know.
    const next = again as { key: DraftKey; beside: boolean } | undefined;
    if (isSent && next && !isGone && next.key === key()) await submit(next.beside);
  };
}
