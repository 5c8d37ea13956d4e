import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FaultError } from "../../../lib/model";
import { connectClient } from "../../../lib/opencode/connect";
import { type Answer, json, simulateServer, webPage } from "../../support/simulated-server";
import { pass, simulateSurroundings, useSimulatedTime } from "../../support/surroundings";

beforeEach(() => useSimulatedTime());
afterEach(() => vi.useRealTimers());

async function meet(answers: Record<string, () => Answer>) {
  const server = simulateServer();
  const { surroundings } = simulateSurroundings(server);
  server.intercept((_, path) => answers[path]?.());
  const met = connectClient({ url: server.url, headers: {} }, surroundings, () => undefined).then(
    (client) => client.info,
    (error: unknown) => (error instanceof FaultError ? error.fault : error),
  );
  await pass(60_000);
  return met;
}

const v1 = (version: unknown, healthy: unknown = true) => ({ "/global/health": () => json({ healthy, version }) });
/** As a server that knows none of our paths. */
const nowhere = {
  "/global/health": () => json({}, 404),
  "/api/info": () => json({}, 404),
  "/api/health": () => json({}, 404),
};

describe("what answers at an address", () => {
  it.each(["1.18.0", "1.18.33", "1.19.2", "1.20.0-beta.1", "1.100.0"])("version %s is spoken to", async (version) => {
    expect(await meet(v1(version))).toMatchObject({ version, protocol: "v1", directory: "/work/tides" });
  });

  it.each(["1.17.9", "1.2.30", "0.15.0", "0.9.99"])("version %s is too old", async (version) => {
    expect(await meet(v1(version))).toEqual({ kind: "version-too-old", detail: version });
  });

  it.each(["2.0.0", "2.0.0-beta.3", "3.1.0"])("version %s is named, and not spoken to", async (version) => {
    expect(await meet(v1(version))).toEqual({ kind: "version-unsupported", detail: version });
  });

  it.each([
    ["its own route", { ...nowhere, "/api/info": () => json({ version: "2.0.1" }) }],
    ["the route of its betas", { ...nowhere, "/api/health": () => json({ version: "2.0.1" }) }],
    [
      "a web page before it",
      { ...nowhere, "/global/health": () => webPage(), "/api/info": () => json({ version: "2.0.1" }) },
    ],
    [
      "a page that is refused before it",
      { ...nowhere, "/global/health": () => json({}, 400), "/api/info": () => json({ version: "2.0.1" }) },
    ],
  ])("a server of the second protocol is known by %s", async (_, answers) => {
    expect(await meet(answers)).toEqual({ kind: "version-unsupported", detail: "2.0.1" });
  });

  it.each([
    [
      "a web page everywhere",
      { "/global/health": () => webPage(), "/api/info": () => webPage(), "/api/health": () => webPage() },
    ],
    ["nothing there", nowhere],
    ["JSON of something else", { ...nowhere, "/global/health": () => json({ status: "ok" }) }],
    ["a list", { ...nowhere, "/global/health": () => json([1, 2]) }],
    ["null", { ...nowhere, "/global/health": () => json(null) }],
    ["a version that is no text", { ...nowhere, ...v1(118) }],
    ["an unhealthy answer", { ...nowhere, ...v1("1.18.33", false) }],
    ["an empty answer", { ...nowhere, "/global/health": () => new Response(null, { status: 204 }) }],
  ])("%s is not OpenCode", async (_, answers) => {
    expect(await meet(answers)).toMatchObject({ kind: "not-opencode" });
  });

  it.each([
    ["a wrong password", () => new Response("", { status: 401 }), "refused-credentials"],
    ["a server's own fault", () => json({ data: {} }, 500), "server-fault"],
    ["nobody", (): Answer => "unreachable", "unreachable"],
    ["silence", (): Answer => "hang", "timed-out"],
  ] as [string, () => Answer, string][])("%s is told as what it is", async (_, answer, kind) => {
    expect(await meet({ "/global/health": answer })).toMatchObject({ kind });
  });

  it("a version that cannot be read as one is not taken for a good one", async () => {
    expect(await meet(v1("local"))).toMatchObject({ kind: expect.stringMatching(/^(version-too-old|not-opencode)$/) });
  });

  it("a server that does not tell its folder is spoken to all the same", async () => {
    const info = await meet({ ...v1("1.18.33"), "/path": () => json({ home: 7 }) });
    expect(info).toMatchObject({ version: "1.18.33" });
    expect(info).not.toHaveProperty("directory");
  });
});
