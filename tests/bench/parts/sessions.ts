import { createGround } from "../ground/ground";
import { openArena } from "../sides/browser";
import { MB, type Part } from "./part";

const COUNTS = [10, 100, 1_000, 10_000];
const SELDOM = 3;

export const BY_SESSIONS = {
  id: "by-sessions",
  what: "panel opened → a session usable, background asleep",
  unit: "ms",
  by: "sessions",
} as const;
export const HEAP_BY_SESSIONS = {
  id: "heap-by-sessions",
  what: "JS heap at home, collected",
  unit: "MB",
  by: "sessions",
} as const;

/** On a server of its own, which has no others. The panel alone. */
export const sessions: Part = async ({ results, pairs }) => {
  const ground = await createGround();
  const { ours, close } = await openArena(ground);
  try {
    let made = 0;
    for (const count of COUNTS) {
      await ours.leave();
      await ground.empties(count - made);
      made = count;
      for (let round = 0; round < Math.min(pairs, SELDOM); round++) {
        const took = await ours.load({ asleep: true });
        await ours.connected();
        // The first time after more have come is that of the stored list.
        if (round > 0 || pairs === 1) results.addAt(BY_SESSIONS, count, "ours", took);
        results.addAt(HEAP_BY_SESSIONS, count, "ours", (await ours.heap()) / MB);
      }
    }
  } finally {
    await close();
    await ground.close();
  }
};
