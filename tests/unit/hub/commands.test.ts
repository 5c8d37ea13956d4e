import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Outgoing } from "../../../lib/bridge/calls/prompts";
import type { SessionKey } from "../../../lib/model";
import { resetBrowser } from "../../support/fake-browser";
import { setUpHub } from "../../support/hub";
import { json } from "../../support/simulated-server";
import { pass, passUntil, useSimulatedTime } from "../../support/surroundings";

vi.mock("wxt/browser", async () => (await import("../../support/fake-browser")).mockedBrowser());
beforeEach(() => {
  useSimulatedTime();
  resetBrowser();
});
afterEach(() => vi.useRealTimers());

const ITEM = { id: "1", kind: "link", title: "A page", url: "https://example.org/", text: "", createdAt: 1 } as const;
const COMMAND = "/session/ses_1/command";
const SHELL = "/session/ses_1/shell";

async function setUp() {
  const set = setUpHub();
  const { key } = await set.openSession();
  async function send(outgoing: Partial<Outgoing> & { text: string }): Promise<string> {
    const messageId = await set.hub.calls.identify(key as SessionKey);
    await set.hub.calls.send({ key, messageId, context: [], ...outgoing });
    await pass();
    return messageId;
  }
  const bodyOf = (path: string) => set.wire.requests.find((request) => request.path === path)?.body;
  return { ...set, send, bodyOf };
}

describe("a command", () => {
  it("is handed over by its name, with its words and what goes along", async () => {
    const { send, bodyOf, wire } = await setUp();
    const model = { providerId: "p", modelId: "m/1", variant: "high" };
    const id = await send({ text: "/tide  noon\nand night ", kind: "command", agent: "plan", model, context: [ITEM] });
    expect(wire.count(`POST ${COMMAND}`)).toBe(1);
    const body = bodyOf(COMMAND) as { arguments: string };
    expect(body).toMatchObject({
      messageID: id,
      command: "tide",
      agent: "plan",
      model: "p/m/1",
      variant: "high",
      parts: [],
    });
    expect(body.arguments).toMatch(/^noon\nand night\n\n<page-content [\s\S]*example\.org[\s\S]*<\/page-content/);
  });

  it("that runs for longer than anyone waits for an answer is found by its message, and sent once", async () => {
    const { send, wire, outbox, state } = await setUp();
    wire.intercept((_, path) => (path === COMMAND ? "hang" : undefined));
    const id = await send({ text: "/tide", kind: "command" });
    expect(outbox()).toEqual([{ state: "sending" }]);
    wire.store("ses_1", { messageID: id, parts: [{ id: "prt_1", type: "text", text: "Say the tide" }] });
    await passUntil(() => outbox().length === 0);
    await pass(30_000);
    expect(wire.count(`POST ${COMMAND}`)).toBe(1);
    expect(Object.values(state.servers)[0]?.transcripts.ses_1?.messageIds).toEqual([id]);
  });

  it("that the server fails at is not sent, and says so", async () => {
    const { send, wire, outbox } = await setUp();
    wire.intercept((_, path) => (path === COMMAND ? json({ data: { message: "Unexpected" } }, 500) : undefined));
    await send({ text: "/gone", kind: "command" });
    await passUntil(() => outbox()[0]?.state === "not-sent");
    expect(outbox()[0]?.fault).toEqual({ kind: "server-fault", detail: "Unexpected" });
    expect(wire.count(`POST ${COMMAND}`)).toBe(1);
  });
});

describe("a line of shell", () => {
  it("is handed over with an agent's name, which the route wants", async () => {
    const { send, bodyOf } = await setUp();
    const id = await send({ text: "ls -l", kind: "shell" });
    expect(bodyOf(SHELL)).toEqual({ messageID: id, agent: "build", command: "ls -l" });
  });

  it("is refused while the session runs, and can be sent again under the same id", async () => {
    const { send, wire, outbox, hub } = await setUp();
    let isBusy = true;
    wire.intercept((_, path) => {
      if (path !== SHELL) return undefined;
      return isBusy ? json({ _tag: "SessionBusyError", message: "Session is busy" }, 409) : json({});
    });
    const id = await send({ text: "ls", kind: "shell" });
    expect(outbox()).toEqual([{ state: "not-sent", fault: { kind: "rejected-input", detail: "Session is busy" } }]);
    isBusy = false;
    await hub.calls.resend(id);
    await pass();
    expect(outbox()).toEqual([]);
    expect(wire.requests.filter(({ path }) => path === SHELL)).toMatchObject([
      { body: { messageID: id } },
      { body: { messageID: id } },
    ]);
  });
});

describe("what a prompt names", () => {
  it("goes along as files and agents of the session's directory", async () => {
    const { send, bodyOf } = await setUp();
    const mentions = [
      { type: "file", path: "src/ebb & flow#1.ts" },
      { type: "file", path: "docs/" },
      { type: "agent", name: "explore" },
    ] as const;
    await send({ text: "See @src/ebb & flow#1.ts, @explore", mentions: [...mentions] });
    const { parts } = bodyOf("/session/ses_1/prompt_async") as { parts: unknown[] };
    expect(parts.slice(1)).toMatchObject([
      {
        type: "file",
        mime: "text/plain",
        filename: "src/ebb & flow#1.ts",
        url: "file:///work/tides/src/ebb%20%26%20flow%231.ts",
        source: {
          type: "file",
          path: "src/ebb & flow#1.ts",
          text: { value: "@src/ebb & flow#1.ts", start: 4, end: 24 },
        },
      },
      { type: "file", mime: "application/x-directory", url: "file:///work/tides/docs" },
      { type: "agent", name: "explore", source: { value: "@explore", start: 26, end: 34 } },
    ]);
    expect(parts[2]).not.toHaveProperty("source");
  });

  it("is found by the server itself in a command's words", async () => {
    const { send, bodyOf } = await setUp();
    const mentions: Outgoing["mentions"] = [
      { type: "file", path: "src/main.ts" },
      { type: "file", path: "README.md" },
    ];
    await send({ text: "/tide @src/main.ts", kind: "command", mentions });
    expect(bodyOf(COMMAND)).toMatchObject({ parts: [{ filename: "README.md" }] });
  });
});

it("files are looked for in the directory that is asked for", async () => {
  const { hub, wire, state } = await setUp();
  wire.intercept((_, path) => (path === "/find/file" ? json(["/", "src/", "src\\main.ts", 7]) : undefined));
  const server = Object.keys(state.servers)[0] ?? "";
  expect(await hub.calls.findFiles(server, "/work/tides", "ma")).toEqual(["src/", "src/main.ts"]);
  const asked = wire.requests.find(({ path }) => path === "/find/file");
  expect([...(asked?.query ?? [])]).toEqual([
    ["directory", "/work/tides"],
    ["query", "ma"],
  ]);
});
