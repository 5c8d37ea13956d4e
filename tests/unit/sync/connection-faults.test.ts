import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FaultError } from "../../../lib/model";
import { setUpConnection as setUp } from "../../support/connection";
import { type Answer, json, webPage } from "../../support/simulated-server";
import { pass, passUntil, useSimulatedTime } from "../../support/surroundings";

beforeEach(() => useSimulatedTime());
afterEach(() => vi.useRealTimers());

/** What stands in for the first answer, and what the connection makes of it. */
const FATAL: [string, () => Answer, string][] = [
  ["refuses the credentials", () => new Response("", { status: 401 }), "refused-credentials"],
  ["is something else", () => webPage(), "not-opencode"],
  ["is too old", () => json({ healthy: true, version: "1.2.0" }), "version-too-old"],
  ["speaks the second protocol", () => json({ healthy: true, version: "2.0.1" }), "version-unsupported"],
];
const PASSING: [string, () => Answer, string][] = [
  ["does not answer", () => "unreachable", "unreachable"],
  ["never answers", () => "hang", "timed-out"],
  ["has a fault of its own", () => json({ data: { message: "boom" } }, 500), "server-fault"],
  [
    "cuts its answer off",
    () => new Response('{"heal', { headers: { "content-type": "application/json" } }),
    "server-fault",
  ],
];

describe("a server that", () => {
  it.each(FATAL)("%s is not asked again until the user does something", async (_, answer, kind) => {
    const { connection, server, last, timers } = setUp();
    server.intercept(() => answer());
    connection.start();
    await pass(5_000);
    expect(last()).toMatchObject({ status: "failed", fault: { kind } });
    const asked = server.requests.length;
    await pass(120_000);
    expect(server.requests.length).toBe(asked);
    expect(timers()).toBe(0);

    server.intercept(() => undefined);
    connection.retry();
    await pass();
    expect(last()?.status).toBe("connected");
    connection.stop("asleep");
  });

  it.each(PASSING)("%s is asked again", async (_, answer, kind) => {
    const { connection, server, last } = setUp();
    server.intercept(() => answer());
    connection.start();
    await pass(12_000);
    expect(last()).toMatchObject({ status: "reconnecting", fault: { kind } });
    server.intercept(() => undefined);
    await passUntil(() => last()?.status === "connected");
    connection.stop("asleep");
  });

  it("the browser does not let us reach is a permission that is missing", async () => {
    const { connection, server, network, last } = setUp();
    network.mayReach = false;
    server.intercept(() => "unreachable");
    connection.start();
    await pass(5_000);
    expect(last()).toMatchObject({ status: "failed", fault: { kind: "host-permission-missing" } });
    connection.stop("asleep");
  });

  it("has a secret this device cannot open fails", async () => {
    const { connection, setEndpoint, last } = setUp();
    setEndpoint(() => Promise.reject(new FaultError({ kind: "secret-unreadable" })));
    connection.start();
    await pass();
    expect(last()).toMatchObject({ status: "failed", fault: { kind: "secret-unreadable" } });
    connection.stop("asleep");
  });

  it("answers with a proxy's page after it was connected is asked again", async () => {
    const { connection, server, last } = setUp();
    connection.start();
    await pass();
    server.intercept(() => webPage());
    server.cut();
    await pass(5_000);
    expect(last()).toMatchObject({ status: "reconnecting", fault: { kind: "not-opencode" } });
    connection.stop("asleep");
  });
});
