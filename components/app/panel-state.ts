import { batch } from "solid-js";
import { createStore, produce, reconcile, unwrap } from "solid-js/store";
import {
  emptyState,
  reduceState,
  type SessionKey,
  type State,
  type StateEvent,
  sessionKey,
  splitSessionKey,
} from "../../lib/model";

/** The panel's copy of the state: the same reducer as in the background, over a Solid store. */
export function createPanelState() {
  const [state, setState] = createStore<State>(emptyState());
  return {
    state,
    /**
     * Takes a whole state over what is held, by id: what is the same stays as it is on the screen. The conversation on
     * show stays as well when the snapshot comes without it, as it does while the panel cannot be seen.
     */
    replace(snapshot: State, onShow: SessionKey | undefined): void {
      if (onShow) {
        const id = splitSessionKey(onShow);
        const held = unwrap(state).servers[id.server]?.transcripts[id.session];
        const transcripts = snapshot.servers[id.server]?.transcripts;
        if (held && transcripts) transcripts[id.session] ??= held;
      }
      setState(reconcile(snapshot));
    },
    /** Forgets all transcripts but one: the background sends the events of that one alone. */
    keepTranscript(key: SessionKey | undefined): void {
      setState(
        produce((draft) => {
          for (const server of Object.values(draft.servers)) {
            for (const id of Object.keys(server.transcripts)) {
              if (sessionKey(server.id, id) !== key) delete server.transcripts[id];
            }
          }
        }),
      );
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
