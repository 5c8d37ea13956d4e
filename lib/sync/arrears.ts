import { type FaultKind, toFault } from "../model";

/** What a server that is well may answer, and go on answering, when it is asked about one folder or one session. */
const BEARABLE: ReadonlySet<FaultKind> = new Set<FaultKind>([
  "server-fault",
  "timed-out",
  "rejected-input",
  "not-found",
]);

/** Something to be fetched. */
export interface Errand {
  /** With `id` it names the errand: when that is done, nothing of this name is due any more. */
  kind: "folder" | "page" | "line" | "session" | "family" | "projects";
  id: string;
  /** The folder it asks about. */
  directory?: string | undefined;
  work(): Promise<void>;
  /** Called at each failure that the connection outlives. */
  onFailed?(): void;
}

/**
 * What could not be fetched although the stream is open. A folder whose configuration is broken, for one, answers 400 to
 * everything [measured on 1.18.33]: no reason to be without all others. What is held stays as it is, and is asked for again.
 *
 * @param signal aborts when the stream ends: then everything is fetched anew
 * @param onFailed told of each failure, by the errand's kind
 */
export function createArrears(signal: AbortSignal, onFailed: (kind: string) => void) {
  const due = new Map<string, { errand: Errand; cause: FaultKind }>();
  /** Folders that have not answered in time: nobody waits for that twice in one round. */
  const silent = new Set<string>();

  /** Does an errand, and keeps it for later when it fails. @throws what breaks the connection */
  async function bear(errand: Errand): Promise<void> {
    const { kind, id, directory } = errand;
    const name = `${kind} ${id}`;
    if (directory !== undefined && silent.has(directory)) {
      due.set(name, { errand, cause: "timed-out" });
      errand.onFailed?.();
      return;
    }
    try {
      await errand.work();
      due.delete(name);
    } catch (error) {
      const cause = toFault(error).kind;
      if (signal.aborted || !BEARABLE.has(cause)) throw error;
      onFailed(kind);
      if (cause === "timed-out" && directory !== undefined) silent.add(directory);
      due.set(name, { errand, cause });
      errand.onFailed?.();
    }
  }

  return {
    bear,
    /** Another round of fetching begins. */
    begin: () => silent.clear(),
    isNone: () => due.size === 0,
    /** Whether something failed at once, and may work the next moment. */
    isPassing: () => [...due.values()].some(({ cause }) => cause !== "timed-out"),
    /** What was due, which is due no more unless it fails again. */
    take(): Errand[] {
      const errands = [...due.values()].map(({ errand }) => errand);
      due.clear();
      return errands;
    },
  };
}

export type Arrears = ReturnType<typeof createArrears>;
