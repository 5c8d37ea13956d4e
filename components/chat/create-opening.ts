import { type Accessor, createEffect, on, onCleanup } from "solid-js";
import type { FaultKind } from "../../lib/model";
import { type Action, createAction } from "../ui/action";

/** What passes by itself; anything else waits for the user. */
const PASSING: ReadonlySet<FaultKind> = new Set<FaultKind>(["timed-out", "unreachable", "server-fault"]);
/** Milliseconds before the first try of its own; the pauses double up to the longest. */
export const FIRST_PAUSE = 2_000;
const LONGEST_PAUSE = 30_000;

/**
 * Fetches a session when it is shown, when the panel can be seen again, when it has turned out that the background could not,
 * and once more whenever `connected` turns true after a failure. What failed although there is a connection is tried again
 * after a while.
 * @param open rejects with a `FaultError`.
 */
export function createOpening(
  open: () => Promise<void>,
  { connected, visible, stale }: Record<"connected" | "visible" | "stale", Accessor<boolean>>,
): Action<[]> {
  let pause = FIRST_PAUSE;
  const opening = createAction(async () => {
    await open();
    pause = FIRST_PAUSE;
  });
  void opening.run();
  createEffect(
    on(
      connected,
      (now) => {
        if (now && opening.fault()) void opening.run();
      },
      { defer: true },
    ),
  );
  for (const reason of [visible, stale]) {
    createEffect(
      on(
        reason,
        (now) => {
          if (now) void opening.run();
        },
        { defer: true },
      ),
    );
  }
  createEffect(() => {
    const fault = opening.fault();
    if (!fault || !PASSING.has(fault.kind) || !connected() || !visible()) return;
    const timer = setTimeout(() => void opening.run(), pause);
    pause = Math.min(2 * pause, LONGEST_PAUSE);
    onCleanup(() => clearTimeout(timer));
  });
  return opening;
}
