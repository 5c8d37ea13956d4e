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
  /** Streams that were opened: after a break, and whenever there was a reason again to have one. */
  streams: number;
  /** Open streams that came to an end nobody wanted, by its cause. */
  breaks: Record<string, number>;
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
/** Kinds come from the wire: so many are told apart, and what could be words of somebody's is no kind. */
const MAX_KINDS = 60;
const KIND = /^[\w.-]{1,60}$/;
const OTHER = "other";

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
    breaks: emptyCounts(),
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
 * Goes on counting where `earlier` ended. Each note is an addition or two; `onChange` is called after each, with what was noted.
 */
export function createJournal(
  earlier: JournalRecord | undefined,
  now: () => number,
  onChange: (what: "count" | "state") => void = () => undefined,
): Journal {
  const record = emptyRecord(now());
  if (earlier) {
    const { applied, noise, skipped, breaks, ...rest } = earlier;
    Object.assign(record, rest);
    Object.assign(record.breaks, breaks);
    Object.assign(record.applied, applied);
    Object.assign(record.noise, noise);
    Object.assign(record.skipped, skipped);
  }
  record.lives += 1;
  let waiting = 0;
  /** In this life: what ended the one before was no break. */
  let wasConnected = false;

  return {
    record,
    inFlight: () => waiting,
    state(connection) {
      if (connection.status === "connected") record.streams += 1;
      const entry: JournalEntry = { at: now(), status: connection.status };
      if ("fault" in connection) entry.cause = connection.fault.kind;
      if (wasConnected && "fault" in connection) count(record.breaks, connection.fault.kind);
      wasConnected = connection.status === "connected";
      push(record.states, entry, MAX_STATES);
      onChange("state");
    },
    bytes(count) {
      record.bytes += count;
      record.lastByteAt = now();
      onChange("count");
    },
    applied(kind) {
      count(record.applied, kind);
      onChange("count");
    },
    noise(kind) {
      count(record.noise, kind);
      onChange("count");
    },
    heartbeat() {
      record.lastHeartbeatAt = now();
      onChange("count");
    },
    skipped(kind) {
      count(record.skipped, kind);
      onChange("count");
    },
    request() {
      const start = now();
      record.requests += 1;
      waiting += 1;
      return (ok) => {
        waiting -= 1;
        if (ok) push(record.roundTrips, Math.max(0, now() - start), MAX_TRIPS);
        else record.failedRequests += 1;
        onChange("count");
      };
    },
  };
}

function count(counts: Record<string, number>, kind: string): void {
  const isTold = KIND.test(kind) && (counts[kind] !== undefined || Object.keys(counts).length < MAX_KINDS);
  const key = isTold ? kind : OTHER;
  counts[key] = (counts[key] ?? 0) + 1;
}

function push<T>(ring: T[], item: T, length: number): void {
  ring.push(item);
  if (ring.length > length) ring.splice(0, ring.length - length);
}
