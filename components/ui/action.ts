import { type Accessor, createSignal } from "solid-js";
import { type Fault, toFault } from "../../lib/model";

export interface Action<Args extends unknown[]> {
  /** Never rejects: what went wrong is in `fault`. Resolves to whether it worked. Does nothing while busy. */
  run(...args: Args): Promise<boolean>;
  busy: Accessor<boolean>;
  /** Of the last run. */
  fault: Accessor<Fault | undefined>;
  clear(): void;
}

/** A call to the background as a button needs it: what is on its way, and what went wrong. */
export function createAction<Args extends unknown[]>(act: (...args: Args) => Promise<unknown>): Action<Args> {
  const [busy, setBusy] = createSignal(false);
  const [fault, setFault] = createSignal<Fault>();
  return {
    busy,
    fault,
    clear: () => setFault(undefined),
    async run(...args) {
      if (busy()) return false;
      setBusy(true);
      setFault(undefined);
      try {
        await act(...args);
        return true;
      } catch (error) {
        setFault(toFault(error));
        return false;
      } finally {
        setBusy(false);
      }
    },
  };
}
