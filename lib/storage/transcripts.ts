import * as v from "valibot";
import { browser } from "wxt/browser";
import type { MessageWithParts, SessionKey } from "../model";
import { MessageWithPartsSchema, readRows, SessionKeySchema } from "./schema";
import { defineStored, StorageFullError, TRANSCRIPT_LEDGER, TRANSCRIPT_PREFIX } from "./stored";
import { createTurns } from "./turns";

/** The newest page of a session as it was last seen. A cache. */
export interface StoredTranscript {
  messages: MessageWithParts[];
  olderCursor?: string;
}

/** Everything kept of all transcripts together, in UTF-16 units of their JSON; `storage.local` has 10 MiB. */
export const TRANSCRIPT_BUDGET = 4_000_000;
/** A single transcript larger than this is not kept. */
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

/**
 * Keeps a transcript, making room by dropping the least recently used ones.
 *
 * @throws StorageFullError when there is no room although none is left to drop
 */
export function saveTranscript(key: SessionKey, transcript: StoredTranscript, now: number): Promise<void> {
  return inTurn(() => save(key, transcript, now));
}

async function save(key: SessionKey, transcript: StoredTranscript, now: number): Promise<void> {
  const size = JSON.stringify(transcript).length;
  if (size > TRANSCRIPT_LIMIT) return drop((row) => row.key === key);
  const rows = (await loadLedger()).filter((row) => row.key !== key).sort((a, b) => b.usedAt - a.usedAt);
  const dropped: LedgerRow[] = [];
  while (rows.reduce((sum, row) => sum + row.size, size) > TRANSCRIPT_BUDGET) {
    const oldest = rows.pop();
    if (!oldest) break;
    dropped.push(oldest);
  }
  for (;;) {
    try {
      await browser.storage.local.remove(dropped.map((row) => transcriptKey(row.key)));
      await storedTranscript(key).save(transcript);
      await ledger.save([{ key, size, usedAt: now }, ...rows]);
      return;
    } catch (error) {
      const oldest = error instanceof StorageFullError ? rows.pop() : undefined;
      if (!oldest) throw error;
      dropped.push(oldest);
    }
  }
}

/** Drops the transcripts that `matches`; resolves also when there are none. */
export function dropTranscripts(matches: (row: { key: SessionKey }) => boolean): Promise<void> {
  return inTurn(() => drop(matches));
}

async function drop(matches: (row: { key: SessionKey }) => boolean): Promise<void> {
  const rows = await loadLedger();
  const dropped = rows.filter(matches);
  if (dropped.length === 0) return;
  await browser.storage.local.remove(dropped.map((row) => transcriptKey(row.key)));
  await ledger.save(rows.filter((row) => !matches(row)));
}
