import { emptyState, reduceState, type State, type StateEvent } from "../model";

export type Listener = (event: StateEvent) => void;

/** The background's state: changed by `dispatch` alone, which tells every listener after it was reduced. */
export function createStore() {
  const state: State = emptyState();
  const listeners = new Set<Listener>();
  return {
    state,
    dispatch(event: StateEvent): void {
      reduceState(state, event);
      for (const listener of listeners) listener(event);
    },
    listen(listener: Listener): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export type Store = ReturnType<typeof createStore>;
