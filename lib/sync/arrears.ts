import { type FaultKind, toFault } from "../model";

/** What a server that is well may answer, and go on answering, when it is asked about one folder or one session. */
const BEARABLE: ReadonlySet<FaultKind> = new Set<FaultKind>([
  "server-fault",
  "timed-out",
  "rejected-input",
  "not-found",
]);

/**
 * What could not be fetched although the stream is open. A folder whose configuration is broken, for one, answers 400 to
 * everything [measured on 1.18.33]: no reason to be without all others. It keeps what is held, and is asked again.
 *
 * @param signal aborts when the stream ends: then everything is fetched anew
 * @param onFailed told of each failure, by its kind
 */
export function createArrears(signal: AbortSignal, onFailed: (kind: string) => void) {
  const due = new Map<string, () => Promise<void>>();

  /**
   * Does `work`, and keeps it for later when it fails.
   *
   * @param kind `folder`, `line` …; with `id` it names the work: when that is done, nothing of this name is due any more
   * @param onBorne called at each failure that the connection outlives
   * @throws what breaks the connection
   */
  async function bear(kind: string, id: string, work: () => Promise<void>, onBorne = () => {}): Promise<void> {
    const name = `${kind} ${id}`;
    try {
      await work();
      due.delete(name);
    } catch (error) {
      if (signal.aborted || !BEARABLE.has(toFault(error).kind)) throw error;
      onFailed(kind);
      due.set(name, () => bear(kind, id, work, onBorne));
      onBorne();
    }
  }

  return {
    bear,
    isNone: () => due.size === 0,
    /** What is to be tried again. */
    due: () => [...due.values()],
  };
}

export type Arrears = ReturnType<typeof createArrears>;
