import { MB, type Part } from "./part";

/** Characters of one part. */
const SIZES = [10_000, 100_000, 500_000, 2_000_000];
const SELDOM = 2;
/** The web UI gets the small ones only: the large ones take it minutes. */
const FOR_WEB = 100_000;

export const BY_PART = {
  id: "by-part",
  what: "open a session with one long part, from nothing",
  unit: "ms",
  by: "characters",
} as const;
export const HEAP_BY_PART = {
  id: "heap-by-part",
  what: "JS heap, collected",
  unit: "MB",
  by: "characters in one part",
} as const;

export const partSize: Part = async ({ results, pairs, ground, arena }) => {
  const { ours, web } = await arena();
  for (let pair = 0; pair < Math.min(pairs, SELDOM); pair++) {
    for (const characters of SIZES) {
      const session = await (await ground()).session(2, characters);
      for (const side of characters <= FOR_WEB ? [ours, web] : [ours]) {
        results.addAt(BY_PART, characters, side.name, await side.openCold(session));
        results.addAt(HEAP_BY_PART, characters, side.name, (await side.heap()) / MB);
        await side.leave();
      }
    }
  }
};
