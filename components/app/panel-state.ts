import { batch } from "solid-js";
import { createStore, produce, reconcile } from "solid-js/store";
import { emptyState, reduceState, type State, type StateEvent } from "../../lib/model";

/** The panel's copy of the state: the same reducer as in the background, over a Solid store. */
export function createPanelState() {
  const [state, setState] = createStore<State>(emptyState());
  return {
    state,
    /** Takes a whole state over what is held, by id: what is the same stays as it is on the screen. */
    replace(snapshot: State): void {
      setState(reconcile(snapshot));
    },
    apply(events: StateEvent[]): void {
      batch(() => {
        setState(
          produce((draft) => {
            for (const event of events) reduceState(draft, event);
          }),
        );
      });
    },
  };
}
