import solid from "vite-plugin-solid";
import { defineConfig } from "vitest/config";

/**
 * Four parts, each of which `npm test` counts. The end-to-end parts share one machine's display, ports and processors:
 * their files run one after the other.
 */
const endToEnd = {
  testTimeout: 60_000,
  hookTimeout: 120_000,
  pool: "forks",
  fileParallelism: false,
  expect: { poll: { timeout: 15_000 } },
} as const;

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [solid()],
        // Without it the plugin brings a DOM to every file; those that need one say so themselves.
        test: { name: "unit", environment: "node", include: ["tests/unit/**/*.test.{ts,tsx}"], testTimeout: 20_000 },
      },
      { test: { name: "server", include: ["tests/server/**/*.test.ts"], ...endToEnd } },
      { test: { name: "chromium", include: ["tests/e2e/**/*.chromium.test.ts"], ...endToEnd } },
      { test: { name: "firefox", include: ["tests/e2e/**/*.firefox.test.ts"], ...endToEnd } },
    ],
  },
});
