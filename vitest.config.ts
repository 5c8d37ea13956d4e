import solid from "vite-plugin-solid";
import { defineConfig } from "vitest/config";
import { LargestFirst } from "./tools/test/order.ts";

/**
 * Five parts, each of which `npm test` counts. Two end-to-end files run at a time: each has a server, a browser, a
 * profile, a screen and ports of its own. A third saves a minute on two processors, and then a browser may take longer to open
 * a panel or a menu than anybody would wait for it.
 */
const endToEnd = {
  testTimeout: 90_000,
  hookTimeout: 120_000,
  pool: "forks",
  maxWorkers: 2,
  expect: { poll: { timeout: 30_000 } },
} as const;

export default defineConfig({
  test: {
    sequence: { sequencer: LargestFirst },
    projects: [
      {
        plugins: [solid()],
        // Without it the plugin brings a DOM to every file; those that need one say so themselves.
        test: {
          name: "unit",
          environment: "node",
          include: ["tests/unit/**/*.test.{ts,tsx}"],
          testTimeout: 20_000,
          maxWorkers: 2,
        },
      },
      {
        plugins: [solid()],
        test: { name: "fuzz", environment: "node", include: ["tests/fuzz/**/*.test.ts"], pool: "forks", maxWorkers: 2 },
      },
      { test: { name: "server", include: ["tests/server/**/*.test.ts"], ...endToEnd } },
      { test: { name: "chromium", include: ["tests/e2e/**/*.chromium.test.ts"], ...endToEnd } },
      { test: { name: "firefox", include: ["tests/e2e/**/*.firefox.test.ts"], ...endToEnd } },
    ],
  },
});
