import { cpus, loadavg, platform, release, totalmem } from "node:os";
import { summarise } from "../measure/statistics";
import { judge } from "./budgets";
import type { Results } from "./results";

/** Which programs were measured. */
export interface Versions {
  nexus: string;
  opencode: string;
  chromium: string;
}

/** What is kept of a run: machine, versions, medians and quartiles; every single figure as well. */
export function toFile(results: Results, versions: Versions, pairs: number, load: number) {
  const summary = (figures: number[]) => (figures.length > 0 ? { ...summarise(figures), figures } : undefined);
  const sides = ({ ours, web }: { ours: number[]; web: number[] }) => ({ ours: summary(ours), web: summary(web) });
  return {
    machine: {
      processor: cpus()[0]?.model ?? "unknown",
      processors: cpus().length,
      memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
      system: `${platform()} ${release()}`,
      /** Average load in the minute before: above a tenth of the processors, the figures are other programs' too. */
      loadBefore: load,
    },
    versions: { ...versions, node: process.version },
    pairs,
    figures: results.figures.map(({ id, what, unit, ...figures }) => {
      const { ours, web } = sides(figures);
      return { id, what, unit, ours, web, ratio: ours && web ? ours.median / web.median : undefined };
    }),
    curves: results.curves.map(({ id, what, unit, by, points }) => ({
      id,
      what,
      unit,
      by,
      points: points.map(({ at, ...figures }) => ({ at, ...sides(figures) })),
    })),
    budgets: judge(results),
  };
}

export type BenchFile = ReturnType<typeof toFile>;

export const currentLoad = (): number => loadavg()[0] ?? Number.NaN;
