import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { setUpConnection as setUp } from "../../support/connection";
import { pass, useSimulatedTime } from "../../support/surroundings";

beforeEach(() => useSimulatedTime());
afterEach(() => vi.useRealTimers());

describe("a stream of which nobody knows whether it is alive", () => {
  /** Connected by a way that is there no more: whatever was sent by it is never answered. */
  async function cutOff() {
    const set = setUp();
    set.connection.start();
    await pass(5_000);
    set.states.length = 0;
    return set;
  }

  it("is made anew at once when the network is back, without a word of trouble", async () => {
    const { connection, server, statuses, calls } = await cutOff();
    connection.renew();
    await pass(50);
    expect(statuses()).toEqual(["connecting", "connected"]);
    expect(calls).toEqual({ gaps: 1, opens: 2 });
    expect(server.streams()).toBe(1);
    connection.stop("asleep");
  });

  it("is made anew once, however many panels tell of it", async () => {
    const { connection, server, calls } = await cutOff();
    for (const after of [0, 0, 50, 500]) {
      connection.renew();
      await pass(after);
    }
    expect(calls.opens).toBe(2);
    expect(server.count("GET /global/event")).toBe(2);
    connection.stop("asleep");
  });

  it("is in trouble when there is none to be had in its place", async () => {
    const { connection, server, statuses, last } = await cutOff();
    server.intercept(() => "unreachable");
    connection.renew();
    await pass(5_000);
    expect(statuses().slice(0, 2)).toEqual(["connecting", "reconnecting"]);
    server.intercept(() => undefined);
    connection.renew();
    await pass(50);
    expect(last()?.status).toBe("connected");
    connection.stop("asleep");
  });

  it("is made anew within five seconds after the device slept, also where timers stand still meanwhile", async () => {
    const { connection, statuses, calls } = await cutOff();
    vi.setSystemTime(Date.now() + 3_600_000);
    await pass(5_000);
    expect(statuses()).toEqual(["connecting", "connected"]);
    expect(calls.opens).toBe(2);
    connection.stop("asleep");
  });

  it("is none while a connection is being made, waits or was stopped", async () => {
    const { connection, server, statuses } = setUp();
    connection.renew();
    await pass(1_000);
    expect(server.requests).toEqual([]);
    server.intercept(() => "unreachable");
    connection.start();
    await pass(20_000);
    server.intercept(() => undefined);
    connection.renew();
    await pass(50);
    expect(statuses().at(-1)).toBe("connected");
    connection.stop("asleep");
  });
});

describe("a network that is away for longer than the longest pause", () => {
  it("is tried every half minute, and the connection comes back by itself; at once when somebody tells of it", async () => {
    for (const isTold of [true, false]) {
      const { connection, server, network, last, calls } = setUp();
      connection.start();
      await pass(6_000);
      network.isOnline = false;
      server.intercept(() => "unreachable");
      server.cut();
      await pass(10 * 60_000);
      const tries = server.requests.filter(({ path }) => path === "/global/health").length;
      expect(tries).toBeLessThan(60);
      server.intercept(() => undefined);
      network.isOnline = true;
      if (isTold) connection.renew();
      await pass(isTold ? 50 : 30_000);
      expect(last()?.status).toBe("connected");
      expect(calls.opens).toBe(2);
      connection.stop("asleep");
    }
  });
});
