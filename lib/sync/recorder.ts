import type { WireEvent } from "../model";

/**
 * Keeps the events that arrive while something is fetched. What was fetched may be older than they are, so they are
 * applied again on top of it. Deltas are left out: the text they made is never overwritten by a shorter one.
 */
export function createRecorder() {
  const recordings = new Set<WireEvent[]>();
  return {
    /** Events that are kept right now. */
    length: () => [...recordings].reduce((sum, recording) => sum + recording.length, 0),
    record(event: WireEvent): void {
      if (event.type === "part.delta") return;
      for (const recording of recordings) recording.push(event);
    },
    /** Fetches, applies, and applies again what came meanwhile. */
    async around<T>(
      fetch: () => Promise<T>,
      apply: (fetched: T) => void,
      replay: (event: WireEvent) => void,
    ): Promise<T> {
      const recording: WireEvent[] = [];
      recordings.add(recording);
      try {
        const fetched = await fetch();
        apply(fetched);
        for (const event of recording) replay(event);
        return fetched;
      } finally {
        recordings.delete(recording);
      }
    },
  };
}

export type Recorder = ReturnType<typeof createRecorder>;
