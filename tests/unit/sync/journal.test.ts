import { describe, expect, it } from "vitest";
import { createJournal, emptyRecord, MAX_STATES, MAX_TRIPS } from "../../../lib/sync/journal";
import { metered } from "../../../lib/sync/metered";

function setUp() {
  const clock = { now: 1_000 };
  const journal = createJournal(undefined, () => clock.now);
  return { clock, journal, record: journal.record };
}

describe("a connection's journal", () => {
  it("keeps the last states with their causes, and counts the streams", () => {
    const { journal, record, clock } = setUp();
    journal.state({ status: "connecting", since: 0 });
    journal.state({ status: "connected", since: 0 });
    clock.now = 2_000;
    journal.state({ status: "reconnecting", attempt: 1, nextTryAt: 0, fault: { kind: "timed-out", detail: "secret" } });
    expect(record.states).toEqual([
      { at: 1_000, status: "connecting" },
      { at: 1_000, status: "connected" },
      { at: 2_000, status: "reconnecting", cause: "timed-out" },
    ]);
    expect(record.streams).toBe(1);
    for (let n = 0; n < 3 * MAX_STATES; n++) journal.state({ status: "offline" });
    expect(record.states).toHaveLength(MAX_STATES);
  });

  it("counts events by kind: applied, noise, skipped", () => {
    const { journal, record } = setUp();
    for (const kind of ["part.delta", "part.delta", "session.status"]) journal.applied(kind);
    journal.noise("sync");
    journal.skipped("hologram.moved");
    expect({ ...record.applied }).toEqual({ "part.delta": 2, "session.status": 1 });
    expect({ ...record.noise }).toEqual({ sync: 1 });
    expect({ ...record.skipped }).toEqual({ "hologram.moved": 1 });
  });

  it("stays small whatever kinds a server makes up", () => {
    const { journal, record } = setUp();
    for (let n = 0; n < 10_000; n++) journal.skipped(`kind.${n}`);
    journal.skipped("__proto__");
    journal.skipped("x".repeat(1_000_000));
    expect(Object.keys(record.skipped).length).toBeLessThan(70);
    expect(Object.values(record.skipped).reduce((sum, count) => sum + count)).toBe(10_002);
    expect(JSON.stringify(record).length).toBeLessThan(5_000);
  });

  it("tells no kind that could be somebody's words", () => {
    const { journal, record } = setUp();
    for (const kind of ["my secret words", "https://host/?token=1", "", "<b>", "潮", "session.next_1-a"]) {
      journal.skipped(kind);
    }
    expect({ ...record.skipped }).toEqual({ other: 5, "session.next_1-a": 1 });
  });

  it("counts by its cause each end of an open stream that nobody wanted", () => {
    const { journal, record } = setUp();
    const connected = () => journal.state({ status: "connected", since: 0 });
    const broken = (kind: "timed-out" | "unreachable", attempt = 1) =>
      journal.state({ status: "reconnecting", attempt, nextTryAt: 0, fault: { kind } });
    broken("unreachable");
    connected();
    broken("timed-out");
    broken("unreachable", 2);
    connected();
    journal.state({ status: "asleep" });
    connected();
    broken("timed-out");
    connected();
    broken("unreachable");
    expect({ ...record.breaks }).toEqual({ "timed-out": 2, unreachable: 1 });
    expect(record.streams).toBe(4);
  });

  it("goes on where an earlier life of the background ended", () => {
    const earlier = {
      ...emptyRecord(5),
      lives: 3,
      bytes: 10,
      applied: { "part.delta": 4 },
      breaks: { "timed-out": 2 },
    };
    const { record, applied } = createJournal(earlier, () => 9_000);
    applied("part.delta");
    expect(record).toMatchObject({
      since: 5,
      lives: 4,
      bytes: 10,
      applied: { "part.delta": 5 },
      breaks: { "timed-out": 2 },
    });
    expect(earlier.applied).toEqual({ "part.delta": 4 });
  });

  it("times the latest requests and counts those that wait or fail", async () => {
    const { journal, record, clock } = setUp();
    let answer: (response: Response) => void = () => undefined;
    const unused = { now: () => 0, mayReach: async () => true, timer: () => () => undefined, random: () => 0 };
    const { fetch } = metered(
      {
        ...unused,
        isOnline: () => true,
        fetch: (input) =>
          input === "down"
            ? Promise.reject(new TypeError("refused"))
            : new Promise((resolve) => {
                answer = resolve;
              }),
      },
      journal,
    );
    const asked = fetch("up");
    expect(journal.inFlight()).toBe(1);
    clock.now += 25;
    answer(new Response());
    await asked;
    await expect(fetch("down")).rejects.toThrow("refused");
    expect(journal.inFlight()).toBe(0);
    expect(record).toMatchObject({ requests: 2, failedRequests: 1, roundTrips: [25] });
    for (let n = 0; n < 50; n++) journal.request()(true);
    expect(record.roundTrips).toHaveLength(MAX_TRIPS);
  });
});
