import * as v from "valibot";
import type { MessageWithParts, SessionKey } from "../model";
import { bytesOf } from "./bytes";
import { MessageWithPartsSchema, readRows, SessionKeySchema } from "./schema";
import {
  defineStored,
  removeStored,
  StorageFullError,
  saveTogether,
  TRANSCRIPT_LEDGER,
  TRANSCRIPT_PREFIX,
} from "./stored";
import { createTurns } from "./turns";

/** The newest page of a session as it was last seen. A cache. */
export interface StoredTranscript {
  messages: MessageWithParts[];
  olderCursor?: string;
}

/** Everything kept of all transcripts together, in bytes; `storage.local` has 10 MiB. */
export const TRANSCRIPT_BUDGET = 4_000_000;
/** A single transcript of more bytes is not kept. */
export const TRANSCRIPT_LIMIT = 1_000_000;

const transcriptKey = (key: SessionKey) => `${TRANSCRIPT_PREFIX}${key}`;

function storedTranscript(key: SessionKey) {
  return defineStored<StoredTranscript>({
    key: transcriptKey(key),
    version: 1,
    migrations: {},
    read(data) {
      const { messages, olderCursor } = v.parse(
        v.object({ messages: v.array(v.unknown()), olderCursor: v.exactOptional(v.string()) }),
        data,
      );
      const { value } = readRows(MessageWithPartsSchema)(messages);
      return { value: olderCursor === undefined ? { messages: value } : { messages: value, olderCursor }, lost: 0 };
    },
    empty: () => ({ messages: [] }),
    precious: false,
  });
}

const LedgerRow = v.object({ key: SessionKeySchema, size: v.number(), usedAt: v.number() });
type LedgerRow = v.InferOutput<typeof LedgerRow>;

const ledger = defineStored<LedgerRow[]>({
  key: TRANSCRIPT_LEDGER,
  version: 1,
  migrations: {},
  read: readRows(LedgerRow),
  empty: () => [],
  precious: false,
});

/** @throws Error when the browser does not hand it over: transcripts without a row would stay for ever */
async function loadLedger(): Promise<LedgerRow[]> {
  const { value, problem } = await ledger.load();
  if (problem === "unavailable") throw new Error("the list of transcripts was not read");
  return value;
}

const inTurn = createTurns();

export async function loadTranscript(key: SessionKey): Promise<StoredTranscript | undefined> {
  const { value } = await storedTranscript(key).load();
  return value.messages.length > 0 ? value : undefined;
}

/** Sessions of which a transcript is stored; none when the browser does not hand them over. */
export async function storedTranscriptKeys(): Promise<SessionKey[]> {
  return (await ledger.load()).value.map((row) => row.key);
}

/** A transcript that is to be kept. */
export interface TranscriptRow {
  key: SessionKey;
  transcript: StoredTranscript;
}

/**
 * Keeps transcripts by one write, making room by dropping the least recently used ones.
 *
 * @returns the bytes of them
 * @throws StorageFullError when there is no room although none is left to drop
 */
export function saveTranscripts(rows: readonly TranscriptRow[], now: number): Promise<number> {
  return inTurn(() => save(rows, now));
}

async function save(saved: readonly TranscriptRow[], now: number): Promise<number> {
  const held = await loadLedger();
  const entries = new Map(saved.map(({ key, transcript }) => [key, storedTranscript(key).entry(transcript)]));
  const fresh = saved.map(({ key, transcript }) => ({ key, size: bytesOf(transcript), usedAt: now }));
  const others = held.filter((row) => !entries.has(row.key)).sort((a, b) => b.usedAt - a.usedAt);
  const rows = withinBudget([...fresh.filter((row) => row.size <= TRANSCRIPT_LIMIT), ...others]);
  /** Which of those that were kept before are there no more. */
  let gone = held.filter((row) => !rows.some(({ key }) => key === row.key));
  for (;;) {
    try {
      await removeStored(gone.map((row) => transcriptKey(row.key)));
      const written = rows.flatMap((row): Record<string, unknown>[] => {
        const entry = entries.get(row.key);
        return entry ? [entry] : [];
      });
      if (written.length + held.length > 0) await saveTogether([...written, ledger.entry(rows)]);
      return fresh.reduce((sum, row) => sum + row.size, 0);
    } catch (error) {
      const oldest = error instanceof StorageFullError && rows.length > 1 ? rows.pop() : undefined;
      if (!oldest) throw error;
      gone = [oldest];
    }
  }
}

/** The first rows for which there is room together. */
function withinBudget(rows: LedgerRow[]): LedgerRow[] {
  let sum = 0;
  return rows.filter((row) => {
    sum += row.size;
    return sum <= TRANSCRIPT_BUDGET;
  });
}

/** Drops the transcripts that `matches`; resolves also when there are none. */
export function dropTranscripts(matches: (row: { key: SessionKey }) => boolean): Promise<void> {
  return inTurn(() => drop(matches));
}

async function drop(matches: (row: { key: SessionKey }) => boolean): Promise<void> {
  const rows = await loadLedger();
  const dropped = rows.filter(matches);
  if (dropped.length === 0) return;
  await removeStored(dropped.map((row) => transcriptKey(row.key)));
  await ledger.save(rows.filter((row) => !matches(row)));
}
