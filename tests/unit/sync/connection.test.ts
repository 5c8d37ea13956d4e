import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FaultError } from "../../../lib/model";
import { setUpConnection as setUp } from "../../support/connection";
import { pass, passUntil, useSimulatedTime } from "../../support/surroundings";

beforeEach(() => useSimulatedTime());
afterEach(() => vi.useRealTimers());

describe("a connection", () => {
  it("goes from nothing to connected, and has a client from then on", async () => {
    const { connection, statuses, calls } = setUp();
    connection.start();
    expect(connection.client()).toBeUndefined();
    await pass();
    expect(statuses()).toEqual(["connecting", "connected"]);
    expect(connection.client()?.info.version).toBe("1.18.33");
    expect(calls).toEqual({ gaps: 0, opens: 1 });
    connection.stop("asleep");
  });

  it("starts once", async () => {
    const { connection, server } = setUp();
    connection.start();
    connection.start();
    await pass();
    expect(server.streams()).toBe(1);
    connection.stop("asleep");
  });

  it("leaves no request, no stream and no timer behind when it stops", async () => {
    const { connection, server, statuses, timers } = setUp();
    connection.start();
    await pass();
    const asked = server.requests.length;
    connection.stop("asleep");
    await pass(120_000);
    expect(statuses()).toEqual(["connecting", "connected", "asleep"]);
    expect([server.streams(), timers(), vi.getTimerCount(), server.requests.length - asked]).toEqual([0, 0, 0, 0]);
    expect(connection.client()).toBeUndefined();
  });

  it("stops in the middle of connecting, and can start again", async () => {
    const { connection, server, statuses, timers } = setUp();
    server.intercept(() => "hang");
    connection.start();
    await pass();
    connection.stop("disconnected");
    await pass(60_000);
    expect(statuses()).toEqual(["connecting", "disconnected"]);
    expect([timers(), vi.getTimerCount()]).toEqual([0, 0]);
    server.intercept(() => undefined);
    connection.start();
    await pass();
    expect(statuses()).toEqual(["connecting", "disconnected", "connecting", "connected"]);
    connection.stop("asleep");
  });

  it("stops and starts in one breath without a second stream", async () => {
    const { connection, server, last } = setUp();
    connection.start();
    await pass();
    connection.stop("asleep");
    connection.start();
    await pass();
    expect(server.streams()).toBe(1);
    expect(last()?.status).toBe("connected");
    expect(connection.client()).toBeDefined();
    connection.stop("asleep");
  });

  it("hands over the events of its stream", async () => {
    const { connection, server, events } = setUp();
    connection.start();
    await pass();
    server.emit("session.status", { sessionID: "s", status: { type: "busy" } });
    await pass();
    expect(events).toEqual([{ type: "session.status", sessionId: "s", status: { type: "busy" } }]);
    connection.stop("asleep");
  });
});

describe("a broken stream", () => {
  it("is a gap, and is made again with a growing pause", async () => {
    const { connection, server, states, calls, last } = setUp();
    connection.start();
    await pass();
    server.intercept(() => "unreachable");
    server.cut();
    await pass();
    expect(calls.gaps).toBe(1);
    expect(last()).toMatchObject({ status: "reconnecting", attempt: 1, nextTryAt: Date.now() + 500 });
    await pass(30_000);
    const waits = states.flatMap((state) => (state.status === "reconnecting" ? [state.attempt] : []));
    expect(waits.slice(0, 4)).toEqual([1, 2, 3, 4]);
    expect(connection.client()).toBeUndefined();

    server.intercept(() => undefined);
    await passUntil(() => last()?.status === "connected");
    expect(calls).toEqual({ gaps: 1, opens: 2 });
    connection.stop("asleep");
  });

  it("starts counting anew once it was open for a while", async () => {
    const { connection, server, last } = setUp();
    server.intercept(() => "unreachable");
    connection.start();
    await pass(30_000);
    server.intercept(() => undefined);
    await passUntil(() => last()?.status === "connected");
    await pass(5_000);
    server.cut();
    await pass();
    expect(last()).toMatchObject({ status: "reconnecting", attempt: 1, nextTryAt: Date.now() + 500 });
    connection.stop("asleep");
  });

  it("that opens and ends at once, again and again, is asked for ever more seldom", async () => {
    const { connection, server, last } = setUp();
    connection.start();
    let tries = 0;
    for (let waited = 0; waited < 120_000; waited += 100) {
      await pass(100);
      if (last()?.status !== "connected") continue;
      tries += 1;
      server.cut();
    }
    expect(tries).toBeLessThan(12);
    expect(last()).toMatchObject({ status: "reconnecting", attempt: tries });
    connection.stop("asleep");
  });

  it("is noticed by its silence: two and a half heartbeats", async () => {
    const { connection, server, last } = setUp();
    connection.start();
    await pass();
    for (let beat = 0; beat < 6; beat++) {
      await pass(10_000);
      server.heartbeat();
      await pass();
    }
    expect(last()?.status).toBe("connected");
    await pass(24_900);
    expect(last()?.status).toBe("connected");
    await pass(200);
    expect(last()).toMatchObject({ status: "reconnecting", fault: { kind: "timed-out" } });
    expect(server.streams()).toBe(0);
    connection.stop("asleep");
  });

  it("is given up when it never begins", async () => {
    const { connection, server, last } = setUp();
    server.intercept((_, path) => (path === "/global/event" ? "hang" : undefined));
    connection.start();
    await pass(9_900);
    expect(last()?.status).toBe("connecting");
    await pass(200);
    expect(last()).toMatchObject({ status: "reconnecting", fault: { kind: "timed-out" } });
    connection.stop("asleep");
  });

  it("counts as broken when what was missed cannot be fetched", async () => {
    const { connection, server, setOnOpen, calls, last } = setUp();
    setOnOpen(() => Promise.reject(new FaultError({ kind: "server-fault", detail: "boom" })));
    connection.start();
    await pass();
    expect(last()).toMatchObject({ status: "reconnecting", fault: { kind: "server-fault", detail: "boom" } });
    expect(calls.gaps).toBe(1);
    expect(server.streams()).toBe(0);
    connection.stop("asleep");
  });
});

describe("trying again", () => {
  it("happens at once when asked for, and does nothing while connected", async () => {
    const { connection, server, last, calls } = setUp();
    server.intercept(() => "unreachable");
    connection.start();
    await pass(20_000);
    expect(last()?.status).toBe("reconnecting");
    server.intercept(() => undefined);
    connection.retry();
    await pass();
    expect(last()?.status).toBe("connected");
    connection.retry();
    await pass();
    expect(calls.opens).toBe(1);
    connection.stop("asleep");
  });

  it("gives up a try that hangs on a way that is there no more", async () => {
    const { connection, server, last } = setUp();
    server.intercept(() => "hang");
    connection.start();
    await pass(2_000);
    server.intercept(() => undefined);
    connection.retry();
    await pass(50);
    expect(last()?.status).toBe("connected");
    connection.stop("asleep");
  });

  it("comes at once after a try that was under way and fails, and once", async () => {
    const { connection, setEndpoint, last } = setUp();
    const tries: ((error: unknown) => void)[] = [];
    setEndpoint(() => new Promise((_, reject) => tries.push(reject)));
    connection.start();
    await pass(500);
    connection.retry();
    tries[0]?.(new FaultError({ kind: "unreachable" }));
    await pass(50);
    expect(tries).toHaveLength(2);
    tries[1]?.(new FaultError({ kind: "unreachable" }));
    await pass(50);
    expect(tries).toHaveLength(2);
    expect(last()).toMatchObject({ status: "reconnecting", attempt: 2 });
    connection.stop("asleep");
  });

  it("is nothing to a connection that was stopped", async () => {
    const { connection, server } = setUp();
    connection.retry();
    await pass(60_000);
    expect(server.requests).toEqual([]);
  });
});

describe("without a network", () => {
  it("says so, tries rarely, and at once when the network is back", async () => {
    const { connection, network, statuses, server } = setUp();
    network.isOnline = false;
    server.intercept(() => "unreachable");
    connection.start();
    await pass(29_000);
    expect(statuses()).toEqual(["offline"]);
    expect(server.requests).toEqual([]);
    network.isOnline = true;
    server.intercept(() => undefined);
    connection.retry();
    await pass();
    expect(statuses().at(-1)).toBe("connected");
    connection.stop("asleep");
  });

  it("still reaches a server on this machine", async () => {
    const { connection, network, statuses } = setUp();
    network.isOnline = false;
    connection.start();
    await pass(30_000);
    expect(statuses()).toEqual(["offline", "connected"]);
    connection.stop("asleep");
  });
});
