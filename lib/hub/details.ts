import type { ConnectionDetails } from "../bridge/calls/servers";
import { FaultError, type ServerId, type State, splitSessionKey } from "../model";
import { storageUse } from "../storage/use";
import type { Engine } from "../sync/engine";
import type { Journals } from "./journals";

/** How a connection fares. @throws FaultError `not-found` when the server was removed */
export async function detailsOf(
  state: State,
  id: ServerId,
  journals: Journals,
  engine: Engine | undefined,
): Promise<ConnectionDetails> {
  const server = state.servers[id];
  if (!server) throw new FaultError({ kind: "not-found", detail: "the server was removed" });
  const journal = journals.of(id);
  return {
    journal: journal.record,
    queues: {
      requests: journal.inFlight(),
      events: engine?.recorder.length() ?? 0,
      prompts: state.outbox.filter((entry) => splitSessionKey(entry.key).server === id).length,
    },
    held: { sessions: Object.keys(server.sessions).length, transcripts: Object.keys(server.transcripts).length },
    storage: await storageUse(),
  };
}
