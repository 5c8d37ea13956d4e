import type { ConnectionState, FaultKind } from "../model";

/** A state that a connection was in since `at` (ms since the epoch), with what ended the one before. */
export interface JournalEntry {
  at: number;
  status: ConnectionState["status"];
  cause?: FaultKind;
}

/** What a connection has been through: counts and times, never contents, addresses or secrets. */
export interface JournalRecord {
  /** Counting began then, ms since the epoch. */
  since: number;
  /** How often the background has started meanwhile. */
  lives: number;
  /** Oldest first, the last `MAX_STATES`. */
  states: JournalEntry[];
  /** Streams that were opened. */
  streams: number;
  /** Bytes of the event stream. */
  bytes: number;
  lastByteAt?: number;
  lastHeartbeatAt?: number;
  /** Events by kind: taken into the state, known to tell nothing, not understood. */
  applied: Record<string, number>;
  noise: Record<string, number>;
  skipped: Record<string, number>;
  requests: number;
  failedRequests: number;
  /** Milliseconds until the headers of the latest answers, oldest first, the last `MAX_TRIPS`. */
  roundTrips: number[];
}

export const MAX_STATES = 40;
export const MAX_TRIPS = 20;
/** Kinds come from the wire: so many are told apart, and so long a name is kept. */
const MAX_KINDS = 60;
const KIND_LENGTH = 60;

export interface Journal {
  readonly record: JournalRecord;
  state(connection: ConnectionState): void;
  bytes(count: number): void;
  applied(kind: string): void;
  noise(kind: string): void;
  heartbeat(): void;
  skipped(kind: string): void;
  /** A request is on its way; the result is called when its headers are there, or it failed. */
  request(): (ok: boolean) => void;
  /** Requests that wait for their answer. */
  inFlight(): number;
}

/** Kinds may be called anything, `__proto__` too. */
function emptyCounts(): Record<string, number> {
  return Object.create(null) as Record<string, number>;
}

export function emptyRecord(now: number): JournalRecord {
  return {
    since: now,
    lives: 0,
    states: [],
    streams: 0,
    bytes: 0,
    applied: emptyCounts(),
    noise: emptyCounts(),
    skipped: emptyCounts(),
    requests: 0,
    failedRequests: 0,
    roundTrips: [],
  };
}

/**
 * Goes on counting where `earlier` ended. Each note is an addition or two; `onChange` is called after each.
 */
export function createJournal(
  earlier: JournalRecord | undefined,
  now: () => number,
  onChange: () => void = () => undefined,
): Journal {
  const record = emptyRecord(now());
  if (earlier) {
    const { applied, noise, skipped, ...rest } = earlier;
    Object.assign(record, rest);
    Object.assign(record.applied, applied);
    Object.assign(record.noise, noise);
    Object.assign(record.skipped, skipped);
  }
  record.lives += 1;
  let waiting = 0;

  return {
    record,
    inFlight: () => waiting,
    state(connection) {
      if (connection.status === "connected") record.streams += 1;
      const entry: JournalEntry = { at: now(), status: connection.status };
      if ("fault" in connection) entry.cause = connection.fault.kind;
      push(record.states, entry, MAX_STATES);
      onChange();
    },
    bytes(count) {
      record.bytes += count;
      record.lastByteAt = now();
      onChange();
    },
    applied(kind) {
      count(record.applied, kind);
      onChange();
    },
    noise(kind) {
      count(record.noise, kind);
      onChange();
    },
    heartbeat() {
      record.lastHeartbeatAt = now();
      onChange();
    },
    skipped(kind) {
      count(record.skipped, kind);
      onChange();
    },
    request() {
      const start = now();
      record.requests += 1;
      waiting += 1;
      return (ok) => {
        waiting -= 1;
        if (ok) push(record.roundTrips, Math.max(0, now() - start), MAX_TRIPS);
        else record.failedRequests += 1;
        onChange();
      };
    },
  };
}

function count(counts: Record<string, number>, kind: string): void {
  const name = kind.slice(0, KIND_LENGTH);
  const isKnown = counts[name] !== undefined || Object.keys(counts).length < MAX_KINDS;
  const key = isKnown ? name : "other kinds";
  counts[key] = (counts[key] ?? 0) + 1;
}

function push<T>(ring: T[], item: T, length: number): void {
  ring.push(item);
  if (ring.length > length) ring.splice(0, ring.length - length);
}
