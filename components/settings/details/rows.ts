import type { ConnectionDetails } from "../../../lib/bridge/calls/servers";
import { compact, counted } from "../../ui/numbers";
import { relativeTime } from "../../ui/time";

/** A line of the details: what, and how much of it. */
export interface DetailRow {
  term: string;
  value: string;
}

/** Bytes in the units people know: "812 B", "14.2 kB", "3.1 MB". */
export function size(bytes: number): string {
  const words = compact(bytes);
  return /[kM]$/.test(words) ? `${words.slice(0, -1)} ${words.slice(-1)}B` : `${words} B`;
}

/** Counts by kind, most first: "12 part.delta, 3 session.status"; "none" without any. */
export function kinds(counts: Record<string, number>): string {
  const sorted = Object.entries(counts).sort(([, a], [, b]) => b - a);
  return sorted.map(([kind, count]) => `${count} ${kind}`).join(", ") || "none";
}

const total = (counts: Record<string, number>) => Object.values(counts).reduce((sum, count) => sum + count, 0);

function median(values: readonly number[]): number | undefined {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

const ago = (at: number | undefined, now: number) => (at === undefined ? "never" : relativeTime(at, now));

/** @param now ms since the epoch */
export function detailRows({ journal, queues, held, storage }: ConnectionDetails, now: number): DetailRow[] {
  const roundTrip = median(journal.roundTrips);
  const received = total(journal.applied) + total(journal.noise) + total(journal.skipped);
  return [
    { term: "Round trip", value: roundTrip === undefined ? "not measured" : `${roundTrip} ms` },
    { term: "Last heartbeat", value: ago(journal.lastHeartbeatAt, now) },
    { term: "Last data", value: ago(journal.lastByteAt, now) },
    { term: "Streams opened", value: String(journal.streams) },
    { term: "Broken off", value: kinds(journal.breaks) },
    { term: "Received", value: `${counted(received, "event")}, ${size(journal.bytes)}` },
    { term: "Applied", value: kinds(journal.applied) },
    { term: "Of no use here", value: kinds(journal.noise) },
    { term: "Skipped", value: kinds(journal.skipped) },
    { term: "Requests", value: `${journal.requests}, ${journal.failedRequests} without an answer` },
    {
      term: "Waiting",
      value: [
        counted(queues.requests, "request"),
        `${counted(queues.events, "event")} for what is fetched`,
        `${queues.batched} for panels`,
        `${counted(queues.unsaved, "change")} to store`,
        counted(queues.prompts, "prompt"),
      ].join(", "),
    },
    {
      term: "Held",
      value: [
        counted(held.sessions, "session"),
        `${counted(held.transcripts, "conversation")} of ${size(held.size)}`,
        `models of ${counted(held.catalogs, "folder")}`,
      ].join(", "),
    },
    {
      term: "Storage",
      value: `${size(storage.bytes)}, ${counted(storage.writes, "write")}, ${storage.writesPerMinute.toFixed(1)} a minute`,
    },
    { term: "Counted since", value: `${relativeTime(journal.since, now)}, ${counted(journal.lives, "start")}` },
  ];
}
