import { describe, expect, it } from "vitest";
import { backoff } from "../../../lib/sync/backoff";

describe("backoff", () => {
  it("doubles from half a second up to thirty", () => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 8, 50].map((attempt) => backoff(attempt, () => 0));
    expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
  });

  it("leaves off at most half, by chance", () => {
    for (const attempt of [1, 5, 2000]) {
      const whole = backoff(attempt, () => 0);
      expect(backoff(attempt, () => 0.999_999)).toBeGreaterThanOrEqual(whole / 2);
      expect(backoff(attempt, () => 0.5)).toBe(whole * 0.75);
    }
  });
});
