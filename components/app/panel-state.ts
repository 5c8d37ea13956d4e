import { batch } from "solid-js";
import { createStore, produce, reconcile, unwrap } from "solid-js/store";
import { concerns } from "../../lib/bridge/panel-view";
import {
  emptyState,
  reduceState,
  type SessionKey,
  type State,
  type StateEvent,
  sessionKey,
  splitSessionKey,
  type Transcript,
} from "../../lib/model";
import { markGap } from "../../lib/model/transcript-reducer";

/** The panel's copy of the state: the same reducer as in the background, over a Solid store. */
export function createPanelState() {
  const [state, setState] = createStore<State>(emptyState());
  return {
    state,
    /**
     * Takes a whole state over what is held, by id: what is the same stays as it is on the screen. The conversation on
     * show stays as well when the snapshot comes without it, as it does while the panel cannot be seen, or has of it no more
     * than an older copy, as after the background's death.
     */
    replace(snapshot: State, onShow: SessionKey | undefined): void {
      if (onShow) {
        const id = splitSessionKey(onShow);
        const held = unwrap(state).servers[id.server]?.transcripts[id.session];
        const server = snapshot.servers[id.server];
        const sent = server?.transcripts[id.session];
        if (held && server?.sessions[id.session] && (!sent || isOlderCopy(sent, held))) {
          // What came meanwhile was sent to nobody: a text that grows has a hole here.
          const kept = structuredClone(held);
          markGap(kept);
          if (sent) {
            kept.loaded = sent.loaded;
            delete kept.olderCursor;
          }
          server.transcripts[id.session] = kept;
        }
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
    /** Takes events; those that were on their way when the panel turned elsewhere are of no use any more. */
    apply(events: StateEvent[], onShow: SessionKey | undefined): void {
      batch(() => {
        setState(
          produce((draft) => {
            for (const event of events) if (concerns(event, onShow)) reduceState(draft, event);
          }),
        );
      });
    },
  };
}

/** Whether what comes is a stored copy that has nothing that is not held. */
function isOlderCopy(sent: Transcript, held: Transcript): boolean {
  return sent.loaded === "cached" && held.messageIds.length > 0 && sent.messageIds.every((id) => id in held.messages);
}
