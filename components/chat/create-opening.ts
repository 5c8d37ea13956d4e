import { type Accessor, createEffect, on } from "solid-js";
import { type Action, createAction } from "../ui/action";

/**
 * Fetches a session when it is shown, when the panel can be seen again, and once more whenever `connected` turns true
 * after a failure.
 * @param open rejects with a `FaultError`.
 */
export function createOpening(
  open: () => Promise<void>,
  connected: Accessor<boolean>,
  visible: Accessor<boolean>,
): Action<[]> {
  const opening = createAction(open);
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
  createEffect(
    on(
      visible,
      (now) => {
        if (now) void opening.run();
      },
      { defer: true },
    ),
  );
  return opening;
}
