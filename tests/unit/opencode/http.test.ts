import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FaultError, type FaultKind } from "../../../lib/model";
import { basicAuthorization, createHttp, type Endpoint, type HttpSurroundings } from "../../../lib/opencode/http";
import { json, webPage } from "../../support/simulated-server";
import { pass, useSimulatedTime } from "../../support/surroundings";

const NOW = 1_795_000_000_000;
beforeEach(() => useSimulatedTime(NOW));
afterEach(() => vi.useRealTimers());

type Fetch = (request: Request) => Promise<Response>;

/** A server that never answers. */
const silence: Fetch = (request) =>
  new Promise((_, reject) => {
    if (request.signal.aborted) reject(request.signal.reason);
    request.signal.addEventListener("abort", () => reject(request.signal.reason));
  });

/** A server whose answer begins and never ends. */
const halfAnAnswer: Fetch = async () => {
  const body = new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode('{"a"')) });
  return new Response(body, { headers: { "content-type": "application/json" } });
};

function setUp(fetch: Fetch, endpoint: Partial<Endpoint> = {}, mayReach = true) {
  const requests: Request[] = [];
  const surroundings: HttpSurroundings = {
    fetch: (input, init) => {
      const request = new Request(input, init);
      requests.push(request);
      return fetch(request);
    },
    now: () => Date.now(),
    mayReach: async () => mayReach,
  };
  return { http: createHttp({ url: "http://127.0.0.1:4096/nexus", headers: {}, ...endpoint }, surroundings), requests };
}

async function faultOf(work: Promise<unknown>, wait = 20_000): Promise<unknown> {
  const caught = work.then(
    () => "no fault",
    (error: unknown) => (error instanceof FaultError ? error.fault : error),
  );
  await pass(wait);
  return caught;
}

describe("a request", () => {
  it("goes below the server's path, with its query, and without the browser's credentials", async () => {
    const { http, requests } = setUp(async () => json({ ok: true }));
    const { body } = await http.get("/session", { query: { directory: "/work/a b&c", limit: 3, search: undefined } });
    expect(body).toEqual({ ok: true });
    expect(requests[0]?.url).toBe("http://127.0.0.1:4096/nexus/session?directory=%2Fwork%2Fa+b%26c&limit=3");
    expect(requests[0]?.credentials).toBe("omit");
    expect(requests[0]?.cache).toBe("no-store");
    expect(requests[0]?.headers.get("authorization")).toBeNull();
  });

  it("carries the profile's headers and credentials, in UTF-8", async () => {
    const { http, requests } = setUp(async () => json({}), {
      username: "zoë",
      password: "pä:ss",
      headers: { "X-Key": "k" },
    });
    await http.get("/x");
    expect(requests[0]?.headers.get("x-key")).toBe("k");
    const sent = requests[0]?.headers.get("authorization") ?? "";
    expect(Buffer.from(sent.replace("Basic ", ""), "base64").toString("utf8")).toBe("zoë:pä:ss");
    expect(basicAuthorization("opencode", "x")).toBe(`Basic ${btoa("opencode:x")}`);
  });

  it("with an empty answer has nothing", async () => {
    const { http } = setUp(async () => new Response(null, { status: 204 }));
    expect((await http.post("/x")).body).toBeUndefined();
  });
});

const CAUSES: [string, Fetch, FaultKind, string | undefined][] = [
  ["401", async () => new Response("", { status: 401 }), "refused-credentials", undefined],
  ["403", async () => new Response("", { status: 403 }), "refused-credentials", undefined],
  [
    "404",
    async () => json({ name: "NotFoundError", data: { message: "Session not found: ses_1" } }, 404),
    "not-found",
    "Session not found: ses_1",
  ],
  [
    "404 of a permission",
    async () => json({ _tag: "PermissionNotFoundError", message: "Gone" }, 404),
    "not-found",
    "Gone",
  ],
  [
    "400",
    async () => json({ name: "BadRequest", data: { message: "Expected a string" } }, 400),
    "rejected-input",
    "Expected a string",
  ],
  ["500", async () => json({ data: { message: "boom" } }, 500), "server-fault", "boom"],
  ["503", async () => new Response("<html>", { status: 503 }), "server-fault", "status 503"],
  [
    "an error whose body is not as expected",
    async () => json({ data: { message: 7 } }, 400),
    "rejected-input",
    "status 400",
  ],
  ["an error whose body is null", async () => json(null, 400), "rejected-input", "status 400"],
  ["a web page", async () => webPage(), "not-opencode", undefined],
  [
    "JSON that is cut off",
    async () => new Response('{"a":', { headers: { "content-type": "application/json" } }),
    "server-fault",
    "its answer was cut off or is not JSON",
  ],
  ["no connection", () => Promise.reject(new TypeError("Failed to fetch")), "unreachable", undefined],
  ["no answer", silence, "timed-out", undefined],
  ["half an answer", halfAnAnswer, "timed-out", undefined],
];

describe("what went wrong", () => {
  it.each(CAUSES)("is told by its cause: %s", async (_, fetch, kind, detail) => {
    for (const method of ["get", "post"] as const) {
      const { http } = setUp(fetch);
      expect(await faultOf(http[method]("/x"))).toEqual(detail === undefined ? { kind } : { kind, detail });
    }
  });

  it("is a missing permission when the browser does not let us there", async () => {
    const { http } = setUp(() => Promise.reject(new TypeError("Failed to fetch")), {}, false);
    expect(await faultOf(http.get("/x"))).toEqual({ kind: "host-permission-missing" });
  });

  it("is not a fault of the server when the caller has aborted", async () => {
    const control = new AbortController();
    const { http } = setUp(silence);
    const fault = faultOf(http.get("/x", { signal: control.signal }), 100);
    control.abort();
    expect(await fault).toEqual({ kind: "aborted" });
  });

  it("is told in few words, and never with a secret", async () => {
    const { http } = setUp(async () => json({ data: { message: "x".repeat(5000) } }, 400), { password: "hunter2" });
    const fault = await faultOf(http.get("/x"));
    expect(JSON.stringify(fault).length).toBeLessThan(400);
    expect(JSON.stringify(fault)).not.toContain("hunter2");
  });
});

describe("trying again", () => {
  it("happens by itself for reads that pass", async () => {
    let answers = 0;
    const { http } = setUp(async () => (++answers < 3 ? new Response("", { status: 503 }) : json({ ok: true })));
    const reply = http.get("/x");
    await pass(10_000);
    expect((await reply).body).toEqual({ ok: true });
  });

  it.each([503, 500, 429])("never happens for writes (%i)", async (status) => {
    const { http, requests } = setUp(async () => new Response("", { status }));
    await faultOf(http.post("/x", { json: {} }));
    expect(requests).toHaveLength(1);
  });

  it("never happens for writes whose connection broke", async () => {
    const { http, requests } = setUp(() => Promise.reject(new TypeError("Failed to fetch")));
    await faultOf(http.post("/x", { json: {} }));
    expect(requests).toHaveLength(1);
  });

  it.each([400, 401, 404])("is of no use for %i", async (status) => {
    const { http, requests } = setUp(async () => new Response("", { status }));
    await faultOf(http.get("/x"));
    expect(requests).toHaveLength(1);
  });
});

describe("the server's clock", () => {
  it.each([
    [0, 0],
    [2_000, 0],
    [3_600_000, 3_600_500],
    [-3_600_000, -3_599_500],
  ])("that is %i ms ahead is corrected by %i", async (ahead, offset) => {
    const date = new Date(NOW + ahead).toUTCString();
    const { http } = setUp(async () => json({}, 200, { date }));
    await http.get("/x");
    expect(http.clockOffset()).toBe(offset);
  });

  it("that is unknown or nonsense is taken as ours", async () => {
    const { http } = setUp(async () => json({}, 200, { date: "yesterday" }));
    await http.get("/x");
    expect(http.clockOffset()).toBe(0);
  });
});

describe("a stream", () => {
  it("has no time limit", async () => {
    const { http } = setUp(
      async () => new Response("data: {}\n\n", { headers: { "content-type": "text/event-stream; charset=utf-8" } }),
    );
    const body = await http.open("/global/event", new AbortController().signal);
    await pass(60_000);
    expect(await new Response(body).text()).toBe("data: {}\n\n");
  });

  it("that is a web page is not OpenCode's", async () => {
    const { http } = setUp(async () => webPage());
    expect(await faultOf(http.open("/global/event", new AbortController().signal))).toEqual({ kind: "not-opencode" });
  });
});
