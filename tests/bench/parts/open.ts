import type { Side } from "../sides/side";
import { MB, type Part } from "./part";

export const FEW = 100;
export const MANY = 5_000;
/** Only for the curves, and less often. */
const BETWEEN = [1_000, 10_000];
const SELDOM = 2;

export const OPEN_FEW = {
  id: "open-100",
  what: "session of 100 messages, from nothing → end readable",
  unit: "ms",
} as const;
export const OPEN = {
  id: "open-5000",
  what: "session of 5,000 messages, from nothing → end readable",
  unit: "ms",
} as const;
export const PRESS_FEW = {
  id: "press-100",
  what: "100 messages, pressed in a running panel → end readable",
  unit: "ms",
} as const;
export const PRESS = {
  id: "press-5000",
  what: "5,000 messages, pressed in a running panel → end readable",
  unit: "ms",
} as const;
export const HEAP = { id: "heap-5000", what: "JS heap with 5,000 messages open, collected", unit: "MB" } as const;
export const NODES = { id: "nodes-5000", what: "DOM nodes with 5,000 messages open", unit: "" } as const;
export const MESSAGES = { id: "by-messages", what: "open a session from nothing", unit: "ms", by: "messages" } as const;
export const HEAP_BY_MESSAGES = {
  id: "heap-by-messages",
  what: "JS heap, collected",
  unit: "MB",
  by: "messages",
} as const;

export const open: Part = async ({ results, pairs, ground, arena }) => {
  const both = await arena();
  const sides = [both.ours, both.web];
  for (let pair = 0; pair < pairs; pair++) {
    const sizes = [FEW, MANY, ...(pair < SELDOM ? BETWEEN : [])];
    for (const messages of sizes) {
      const session = await (await ground()).session(messages);
      for (const side of sides) {
        const took = await side.openCold(session);
        results.addAt(MESSAGES, messages, side.name, took);
        if (messages === FEW) results.add(OPEN_FEW, side.name, took);
        if (messages === MANY) results.add(OPEN, side.name, took);
        const heap = (await side.heap()) / MB;
        results.addAt(HEAP_BY_MESSAGES, messages, side.name, heap);
        if (messages === MANY) results.add(HEAP, side.name, heap);
        if (messages === MANY) results.add(NODES, side.name, await nodesOf(side));
        if (messages === FEW) results.add(PRESS_FEW, side.name, await side.openWarm(session));
        if (messages === MANY) results.add(PRESS, side.name, await side.openWarm(session));
        await side.leave();
      }
    }
  }
};

const nodesOf = (side: Side) => side.page.evaluate(() => document.getElementsByTagName("*").length);
