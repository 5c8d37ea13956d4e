import type { ConnectionDetails } from "../bridge/calls/servers";
import { FaultError, type ServerId, type State, sizeOfTranscript, splitSessionKey } from "../model";
import { storageUse } from "../storage/use";
import type { Engine } from "../sync/engine";
import type { Journals } from "./journals";

export interface DetailsDeps {
  journals: Journals;
  engine: Engine | undefined;
  /** What waits on its way to panels, and to storage. */
  panels: { waiting(): number };
  persistence: { waiting(): number };
  /** Milliseconds for which the background has been alive. */
  lifetime: number;
}

const MINUTE = 60_000;

/** How a connection fares. @throws FaultError `not-found` when the server was removed */
export async function detailsOf(
  state: State,
  id: ServerId,
  { journals, engine, panels, persistence, lifetime }: DetailsDeps,
): Promise<ConnectionDetails> {
  const server = state.servers[id];
  if (!server) throw new FaultError({ kind: "not-found", detail: "the server was removed" });
  const journal = journals.of(id);
  const storage = await storageUse();
  const transcripts = Object.values(server.transcripts);
  return {
    journal: journal.record,
    queues: {
      requests: journal.inFlight(),
      events: engine?.recorder.length() ?? 0,
      prompts: state.outbox.filter((entry) => splitSessionKey(entry.key).server === id).length,
      batched: panels.waiting(),
      unsaved: persistence.waiting(),
    },
    held: {
      sessions: Object.keys(server.sessions).length,
      transcripts: transcripts.length,
      size: transcripts.reduce((sum, transcript) => sum + sizeOfTranscript(transcript), 0),
      catalogs: Object.keys(server.catalogs).length,
    },
    storage: { ...storage, writesPerMinute: storage.writes / (Math.max(MINUTE, lifetime) / MINUTE) },
  };
}
