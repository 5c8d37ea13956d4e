import { setTimeout as wait } from "node:timers/promises";
import { openNexus } from "../../e2e/nexus";
import { startFaultProxy } from "../../support/fault-proxy/proxy";
import { closing } from "../measure/closing";
import type { Part } from "./part";

/** Longer than Chromium lets an idle background live, and than its shortest alarm. */
const IDLE = 45_000;

export const IDLE_REQUESTS = { id: "idle-requests", what: "requests in 45 s, idle, panel closed", unit: "" } as const;
export const IDLE_ALIVE = {
  id: "idle-alive",
  what: "background still running after them (1 = yes)",
  unit: "",
} as const;

/** With a browser and a way to the server of its own, where requests can be counted. */
export const idle: Part = async ({ results, ground }) => {
  const proxy = await startFaultProxy((await ground()).stage.server.url);
  const nexus = await openNexus({ found: proxy.url });
  const end = closing(() => nexus.end());
  try {
    const panel = await nexus.open();
    await panel.connected();
    await nexus.close(panel);
    const before = proxy.seen.length;
    // An attached debugger would keep the background alive.
    await nexus.chromium.withoutDebugger(() => wait(IDLE));
    results.add(IDLE_REQUESTS, "ours", proxy.seen.length - before);
    results.add(IDLE_ALIVE, "ours", (await nexus.chromium.workerAlive()) ? 1 : 0);
  } finally {
    await end();
    await proxy.close();
  }
};
