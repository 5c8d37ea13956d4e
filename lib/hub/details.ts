import type { ConnectionDetails } from "../bridge/calls/servers";
import { FaultError, type ServerId, type State, sizeOfTranscript, splitSessionKey } from "../model";
import { storageUse } from "../storage/use";
import type { Engine } from "../sync/engine";
import type { Journals } from "./journals";

export interface DetailsDeps {
  state: State;
  now(): number;
  journals: Journals;
  engine(id: ServerId): Engine | undefined;
  /** What waits on its way to panels, and to storage. */
  panels: { waiting(): number };
  persistence: { waiting(): number };
}

const MINUTE = 60_000;

/** How connections fare; made when the background starts. What it makes throws `not-found` when the server was removed. */
export function createDetails({ state, now, journals, engine, panels, persistence }: DetailsDeps) {
  const startedAt = now();

  return async (id: ServerId): Promise<ConnectionDetails> => {
    const server = state.servers[id];
    if (!server) throw new FaultError({ kind: "not-found", detail: "the server was removed" });
    const journal = journals.of(id);
    const storage = await storageUse();
    const transcripts = Object.values(server.transcripts);
    return {
      journal: journal.record,
      queues: {
        requests: journal.inFlight(),
        events: engine(id)?.recorder.length() ?? 0,
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
      storage: { ...storage, writesPerMinute: storage.writes / (Math.max(MINUTE, now() - startedAt) / MINUTE) },
    };
  };
}
