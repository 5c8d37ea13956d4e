import { describe, expect, it } from "vitest";
import { dayName, duration, momentTime, relativeTime } from "../../../components/ui/time";

const S = 1000;
const MIN = 60 * S;
const H = 60 * MIN;
/** A Wednesday afternoon, local time. */
const NOW = new Date(2026, 10, 18, 15, 30).getTime();
const at = (year: number, month: number, day: number, hour = 17, minute = 5) =>
  new Date(year, month - 1, day, hour, minute).getTime();

describe("how long ago something was", () => {
  it.each([
    ["now", NOW],
    ["now", NOW - 9 * S],
    ["10 s", NOW - 10 * S],
    ["59 s", NOW - 59 * S],
    ["1 min", NOW - 60 * S],
    ["59 min", NOW - 59 * MIN],
    ["1 h", NOW - H],
    ["15 h", NOW - 15 * H],
    ["18 Oct", at(2026, 10, 18)],
    ["3 Mar 2024", at(2024, 3, 3)],
  ])("is %s", (words, moment) => {
    expect(relativeTime(moment, NOW)).toBe(words);
  });

  it("is a day and a time of day in the last week", () => {
    expect(relativeTime(at(2026, 11, 17), NOW)).toMatch(/^Yesterday 0?5:05.PM$|^Yesterday 17:05$/);
    expect(relativeTime(at(2026, 11, 16), NOW)).toMatch(/^Mon /);
  });

  it("counts hours over midnight, not days", () => {
    const night = at(2026, 11, 18, 0, 20);
    expect(relativeTime(night - 40 * MIN, night)).toBe("40 min");
    expect(relativeTime(night - 2 * H, night)).toBe("2 h");
  });

  it("is now for a server whose clock is ahead", () => {
    expect(relativeTime(NOW + 5 * MIN, NOW)).toBe("now");
  });
});

describe("when something was", () => {
  it.each([
    [/^(5:05.PM|17:05)$/, at(2026, 11, 18)],
    [/^Yesterday (5:05.PM|17:05)$/, at(2026, 11, 17)],
    [/^Mon (5:05.PM|17:05)$/, at(2026, 11, 16)],
    [/^3 Mar (5:05.PM|17:05)$/, at(2026, 3, 3)],
    [/^3 Mar 2024 (5:05.PM|17:05)$/, at(2024, 3, 3)],
  ])("reads as %s", (words, moment) => {
    expect(momentTime(moment, NOW)).toMatch(words);
  });
});

describe("the name of a day", () => {
  it.each([
    ["Today", at(2026, 11, 18, 0, 1)],
    ["Yesterday", at(2026, 11, 17, 0, 1)],
    ["Thursday", at(2026, 11, 12)],
    ["11 November", at(2026, 11, 11)],
    ["31 December 2025", at(2025, 12, 31)],
  ])("is %s", (words, moment) => {
    expect(dayName(moment, NOW)).toBe(words);
  });
});

describe("a countdown", () => {
  it.each([
    ["5 s", 4_200],
    ["0 s", -3_000],
    ["2 min", 150_000],
    ["1 h", 3_700_000],
  ])("says %s", (words, ms) => {
    expect(duration(ms)).toBe(words);
  });
});
