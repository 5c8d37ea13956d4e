import { describe, expect, it } from "vitest";
import { createIdentifiers } from "../../../lib/opencode/identifier";
import { loadRecording } from "../../support/recording/recording";

const NOW = 1_795_257_559_636;

describe("identifiers", () => {
  it("have the format of the server's own", async () => {
    const { events } = await loadRecording("first-turn");
    const recorded = JSON.stringify(events).match(/\b(?:msg|prt)_[0-9A-Za-z]+/g) ?? [];
    const format = /^(msg|prt)_[0-9a-f]{12}[0-9A-Za-z]{14}$/;
    expect(recorded.length).toBeGreaterThan(10);
    for (const id of recorded) expect(id).toMatch(format);
    const identify = createIdentifiers(() => NOW);
    expect(identify("msg")).toMatch(format);
    expect(identify("prt")).toMatch(/^prt_/);
  });

  it("tell the same time as the server's: its lowest 36 bits", async () => {
    const { events } = await loadRecording("first-turn");
    const id = /msg_([0-9a-f]{9})/.exec(JSON.stringify(events));
    const created = /"created":(\d{13})/.exec(JSON.stringify(events).slice(id?.index));
    const of = (time: number) => createIdentifiers(() => time)("msg").slice(4, 13);
    expect(Math.abs(Number.parseInt(id?.[1] ?? "", 16) - (Number(created?.[1]) % 2 ** 36))).toBeLessThan(5_000);
    expect(Number.parseInt(of(NOW), 16)).toBe(NOW % 2 ** 36);
  });

  it("ascend, also many in one millisecond and when the clock goes back", () => {
    let now = NOW;
    const identify = createIdentifiers(() => now);
    const ids: string[] = [];
    for (let n = 0; n < 10_000; n++) {
      if (n === 6_000) now -= 3_600_000;
      if (n === 8_000) now += 1;
      ids.push(identify(n % 2 ? "msg" : "prt").slice(4, 16));
    }
    expect(ids).toEqual(ids.toSorted());
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("are twelve digits long just after the time has wrapped", () => {
    const identify = createIdentifiers(() => Math.ceil(NOW / 2 ** 36) * 2 ** 36 + 5);
    expect(identify("msg")).toMatch(/^msg_000000005000[0-9A-Za-z]{14}$/);
  });
});
