import { median } from "../measure/statistics";
import { IDLE_ALIVE, IDLE_REQUESTS } from "../parts/idle";
import { RECEIVED_P95 } from "../parts/latency";
import { FEW, HEAP, MESSAGES, OPEN, OPEN_FEW } from "../parts/open";
import { PANEL } from "../parts/panel";
import { BY_PART } from "../parts/part-size";
import { BY_RUNNING, BYTES_BY_RUNNING, WRITES_BY_RUNNING } from "../parts/running";
import { BY_SESSIONS, HEAP_BY_SESSIONS } from "../parts/sessions";
import { SCRIPT, ZIP } from "../parts/size";
import { LONG_TASKS, STREAM } from "../parts/stream";
import { BY_TOKENS } from "../parts/tokens";
import type { Results, SideName } from "./results";

export interface Budget {
  what: string;
  /** At most. */
  limit: number;
  unit: string;
  /** Whether it holds on any machine; what does not is told, but no reason to fail. */
  portable: boolean;
  /** `undefined` when what it needs was not measured. */
  value(results: Results): number | undefined;
}

interface Named {
  id: string;
}

/** @returns undefined when there are no figures */
function middle(results: Results, { id }: Named, side: SideName = "ours"): number | undefined {
  const figures = results.figures.find((figure) => figure.id === id)?.[side] ?? [];
  return figures.length > 0 ? median(figures) : undefined;
}

function point(results: Results, { id }: Named, at: number): number | undefined {
  const ours = results.curves.find((curve) => curve.id === id)?.points.find((one) => one.at === at)?.ours ?? [];
  return ours.length > 0 ? median(ours) : undefined;
}

/** The median of the points after `from`, up to `to`. */
function stretch(results: Results, { id }: Named, from: number, to: number): number | undefined {
  const points = results.curves.find((curve) => curve.id === id)?.points ?? [];
  const ours = points.filter(({ at }) => at > from && at <= to).flatMap((one) => one.ours);
  return ours.length > 0 ? median(ours) : undefined;
}

const ratio = (a: number | undefined, b: number | undefined) =>
  a === undefined || b === undefined ? undefined : a / b;

const toWeb = (named: Named) => (results: Results) => ratio(middle(results, named), middle(results, named, "web"));
const growth = (curve: Named, from: number, to: number) => (results: Results) =>
  ratio(point(results, curve, to), point(results, curve, from));

/** Noise between two stretches of one answer that cost the same. */
const SAME = 1.25;

export const BUDGETS: Budget[] = [
  { what: "Panel opened → cards usable", limit: 300, unit: "ms", portable: false, value: (r) => middle(r, PANEL) },
  { what: "Open 5,000 messages, to the web UI's time", limit: 1 / 5, unit: "×", portable: true, value: toWeb(OPEN) },
  {
    what: "Open 5,000 messages, to our own time for 100",
    limit: 1.3,
    unit: "×",
    portable: true,
    value: (r) => ratio(middle(r, OPEN), middle(r, OPEN_FEW)),
  },
  {
    what: "Open 10,000 messages, to our own time for 100",
    limit: 1.3,
    unit: "×",
    portable: true,
    value: growth(MESSAGES, FEW, 10_000),
  },
  { what: "JS heap with 5,000 messages, to the web UI's", limit: 1 / 3, unit: "×", portable: true, value: toWeb(HEAP) },
  {
    what: "Main thread for 3,000 tokens, to the web UI's",
    limit: 1 / 8,
    unit: "×",
    portable: true,
    value: toWeb(STREAM),
  },
  {
    what: "A token of the last 6,000 of 20,000, to one of the first 6,000",
    limit: SAME,
    unit: "×",
    portable: true,
    value: (r) => ratio(stretch(r, BY_TOKENS, 14_000, 20_000), stretch(r, BY_TOKENS, 0, 6_000)),
  },
  {
    what: "Tasks over 50 ms of processor time while streaming",
    limit: 0,
    unit: "",
    portable: true,
    value: (r) => middle(r, LONG_TASKS),
  },
  {
    what: "Event in the background → painted, p95",
    limit: 50,
    unit: "ms",
    portable: false,
    value: (r) => middle(r, RECEIVED_P95),
  },
  {
    what: "A part of 2 MB, to one of 100 kB: no more than in proportion",
    limit: 20,
    unit: "×",
    portable: true,
    value: growth(BY_PART, 100_000, 2_000_000),
  },
  {
    what: "Main thread for ten running sessions, to one",
    limit: 2,
    unit: "×",
    portable: true,
    value: growth(BY_RUNNING, 1, 10),
  },
  {
    what: "Storage writes while ten sessions run",
    limit: 60,
    unit: "per minute",
    portable: true,
    value: (r) => point(r, WRITES_BY_RUNNING, 10),
  },
  {
    what: "Bytes written to storage while ten sessions run",
    limit: 200,
    unit: "per token",
    portable: true,
    value: (r) => point(r, BYTES_BY_RUNNING, 10),
  },
  {
    what: "Panel with 10,000 sessions, to 10",
    limit: 1.5,
    unit: "×",
    portable: true,
    value: growth(BY_SESSIONS, 10, 10_000),
  },
  {
    what: "JS heap with 10,000 sessions, to 10",
    limit: 1.5,
    unit: "×",
    portable: true,
    value: growth(HEAP_BY_SESSIONS, 10, 10_000),
  },
  { what: "Extension, zipped", limit: 1_000, unit: "kB", portable: true, value: (r) => middle(r, ZIP) },
  {
    what: "The panel's first JavaScript, compressed",
    limit: 120,
    unit: "kB",
    portable: true,
    value: (r) => middle(r, SCRIPT),
  },
  {
    what: "Requests while idle, panel closed",
    limit: 0,
    unit: "",
    portable: true,
    value: (r) => middle(r, IDLE_REQUESTS),
  },
  {
    what: "Background running while idle, panel closed",
    limit: 0,
    unit: "",
    portable: true,
    value: (r) => middle(r, IDLE_ALIVE),
  },
];

export interface Verdict extends Omit<Budget, "value"> {
  value: number;
  met: boolean;
}

/** Of every budget whose figures are there. */
export function judge(results: Results): Verdict[] {
  return BUDGETS.flatMap(({ value, ...budget }) => {
    const measured = value(results);
    return measured === undefined ? [] : { ...budget, value: measured, met: measured <= budget.limit };
  });
}
