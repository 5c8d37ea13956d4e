import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { limitStorage, resetBrowser, stored, storeRaw } from "../../support/fake-browser";
import { setUpHub } from "../../support/hub";
import { type Answer, json, webPage, wireSession } from "../../support/simulated-server";
import { pass, passUntil, useSimulatedTime } from "../../support/surroundings";

vi.mock("wxt/browser", async () => (await import("../../support/fake-browser")).mockedBrowser());
vi.mock("../../../lib/storage/attachments", () => ({
  attachmentFiles: {
    get: async (id: string) => (id === "here" ? { bytes: Uint8Array.of(1, 2, 3), storedAt: 0 } : undefined),
  },
}));
beforeEach(() => {
  useSimulatedTime();
  resetBrowser();
});
afterEach(() => vi.useRealTimers());

const PROMPT = "/session/ses_1/prompt_async";
const isPrompt = (method: string, path: string) => method === "POST" && path === PROMPT;
const storedOutbox = async () => ((await stored()).outbox as { data: unknown[] } | undefined)?.data ?? [];

describe("a prompt", () => {
  it("is stored, sent once, and gone from the outbox when the server has it", async () => {
    const { openSession, send, wire, outbox, state } = setUpHub();
    const { key, server } = await openSession();
    const storedThen: unknown[] = [];
    wire.intercept((method, path) => {
      if (isPrompt(method, path)) void stored().then((items) => storedThen.push(items.outbox));
      return undefined;
    });
    const id = await send(key, "Hello");
    expect(JSON.stringify(storedThen)).toContain(id);
    expect(wire.count(`POST ${PROMPT}`)).toBe(1);
    expect(outbox()).toEqual([]);
    expect(await storedOutbox()).toEqual([]);
    expect(state.servers[server]?.transcripts.ses_1?.messageIds).toEqual([id]);
    const sent = wire.requests.find(({ path }) => path === PROMPT);
    expect(sent?.body).toMatchObject({ messageID: id, parts: [{ type: "text", text: "Hello" }] });
    expect(sent?.query.get("directory")).toBe("/work/tides");
  });

  it("handed over twice under one id is one", async () => {
    const { openSession, hub, wire } = setUpHub();
    const { key } = await openSession();
    const messageId = await hub.calls.identify(key);
    const outgoing = { key, messageId, text: "Hello", context: [] };
    await hub.calls.send(outgoing);
    await hub.calls.send(outgoing);
    await pass();
    await hub.calls.send(outgoing, true);
    await pass();
    expect(wire.count(`POST ${PROMPT}`)).toBe(1);
  });

  it("whose answer was lost is not sent again: the server is asked for it", async () => {
    const { openSession, send, wire, outbox, state } = setUpHub();
    const { key, server } = await openSession();
    wire.intercept((method, path) => {
      if (!isPrompt(method, path)) return undefined;
      const body = wire.requests.at(-1)?.body as Parameters<typeof wire.store>[1];
      wire.store("ses_1", body);
      return "unreachable";
    });
    const id = await send(key, "Hello");
    expect(outbox()).toEqual([]);
    expect(wire.count(`POST ${PROMPT}`)).toBe(1);
    expect(state.servers[server]?.transcripts.ses_1?.messageIds).toEqual([id]);
  });

  it("that arrives late is still found", async () => {
    const { openSession, send, wire, outbox } = setUpHub();
    const { key } = await openSession();
    wire.intercept((method, path) => (isPrompt(method, path) ? "unreachable" : undefined));
    const id = await send(key, "Hello");
    expect(outbox()).toEqual([{ state: "checking" }]);
    wire.store("ses_1", { messageID: id, parts: [{ id: "prt_1", type: "text", text: "Hello" }] });
    await passUntil(() => outbox().length === 0);
    expect(wire.count(`POST ${PROMPT}`)).toBe(1);
  });

  it.each([
    { what: "arrives with their bytes", id: "here", takes: true, fault: undefined, requests: 1 },
    { what: "the server then forgets is not sent", id: "here", takes: false, fault: "attachment-refused", requests: 1 },
    { what: "are no longer here is not sent", id: "gone", takes: true, fault: "attachment-gone", requests: 0 },
  ])("with files that $what", async ({ id, takes, fault, requests }) => {
    const { openSession, hub, wire, outbox } = setUpHub();
    const { key } = await openSession();
    wire.setTakes(takes);
    const attachments = [{ id, name: "a.png", mime: "image/png", size: 3 }];
    await hub.calls.send({ key, messageId: await hub.calls.identify(key), text: "", context: [], attachments });
    await passUntil(() => outbox().length === 0 || outbox()[0]?.state === "not-sent");
    expect(outbox()[0]?.fault?.kind).toBe(fault);
    expect(wire.count(`POST ${PROMPT}`)).toBe(requests);
    expect(JSON.stringify(await storedOutbox())).not.toContain("base64");
    const sent = wire.requests.find(({ path }) => path === PROMPT)?.body;
    const url = "data:image/png;base64,AQID";
    if (requests > 0)
      expect(sent).toMatchObject({ parts: [{ type: "file", mime: "image/png", filename: "a.png", url }] });
  });

  it("that never arrived is not sent, after a while of asking, and its text is kept", async () => {
    const { openSession, send, wire, outbox, state } = setUpHub();
    const { key } = await openSession();
    wire.intercept((method, path) => (isPrompt(method, path) ? "unreachable" : undefined));
    await send(key, "Hello");
    expect(outbox()).toEqual([{ state: "checking" }]);
    await passUntil(() => outbox()[0]?.state === "not-sent");
    expect(outbox()[0]?.fault?.kind).toBe("unreachable");
    expect(state.outbox[0]?.prompt.parts).toMatchObject([{ text: "Hello" }]);
    expect(wire.count(`POST ${PROMPT}`)).toBe(1);
    expect(await storedOutbox()).toHaveLength(1);
  });

  it("that arrives after it was given up is offered no more", async () => {
    const { openSession, send, wire, outbox } = setUpHub();
    const { key } = await openSession();
    wire.intercept((method, path) => (isPrompt(method, path) ? "unreachable" : undefined));
    const id = await send(key, "Hello");
    await passUntil(() => outbox()[0]?.state === "not-sent");
    wire.emit("message.updated", { info: { id, sessionID: "ses_1", role: "user", time: { created: 1 } } });
    await pass(100);
    expect(outbox()).toEqual([]);
    expect(await storedOutbox()).toEqual([]);
  });

  it("that arrives after it was given up, and while nobody listens, is offered no more either", async () => {
    const { openSession, send, wire, outbox, statuses } = setUpHub();
    const { key } = await openSession();
    wire.intercept((method, path) => (isPrompt(method, path) ? "unreachable" : undefined));
    const id = await send(key, "Hello");
    await passUntil(() => outbox()[0]?.state === "not-sent");
    wire.store("ses_1", { messageID: id, parts: [{ id: "prt_1", type: "text", text: "Hello" }] });
    wire.cut();
    await pass();
    await passUntil(() => statuses()[0] === "connected");
    await pass(100);
    expect(outbox()).toEqual([]);
  });

  it("is not called unsent while nobody can be asked", async () => {
    const { openSession, send, wire, outbox } = setUpHub();
    const { key } = await openSession();
    wire.intercept(() => "unreachable");
    wire.intercept((method, path) =>
      isPrompt(method, path) || path.includes("/message/") ? "unreachable" : undefined,
    );
    await send(key, "Hello");
    await pass(20_000);
    expect(outbox()).toEqual([{ state: "checking" }]);
  });

  const DEFINITE: [string, () => Answer, string][] = [
    ["its credentials are refused", () => new Response("", { status: 401 }), "refused-credentials"],
    ["the server rejects it", () => json({ data: { message: "Expected a model" } }, 400), "rejected-input"],
    ["its session is gone", () => json({ data: { message: "Session not found" } }, 404), "not-found"],
    ["a proxy answers", () => webPage(), "not-opencode"],
  ];
  it.each(DEFINITE)("is not sent at once when %s", async (_, answer, kind) => {
    const { openSession, send, wire, outbox } = setUpHub();
    const { key } = await openSession();
    wire.intercept((method, path) => (isPrompt(method, path) ? answer() : undefined));
    await send(key, "Hello");
    expect(outbox()).toMatchObject([{ state: "not-sent", fault: { kind } }]);
    expect(wire.requests.filter(({ path }) => path.includes("/message/"))).toEqual([]);
  });

  it("is sent again under the same ids", async () => {
    const { openSession, send, hub, wire, outbox } = setUpHub();
    const { key } = await openSession();
    wire.intercept((method, path) => (isPrompt(method, path) ? json({ data: {} }, 400) : undefined));
    const id = await send(key, "Hello");
    wire.intercept(() => undefined);
    await hub.calls.resend(id);
    await hub.calls.resend(id);
    await pass();
    const bodies = wire.requests.filter(({ path }) => path === PROMPT).map(({ body }) => body);
    expect(bodies).toHaveLength(2);
    expect(bodies[1]).toEqual(bodies[0]);
    expect(outbox()).toEqual([]);
  });

  it("that was given up is gone, and not sent later", async () => {
    const { openSession, send, hub, wire, outbox } = setUpHub();
    const { key } = await openSession();
    wire.intercept((method, path) => (isPrompt(method, path) ? json({ data: {} }, 400) : undefined));
    const id = await send(key, "Hello");
    await hub.calls.discard(id);
    expect(outbox()).toEqual([]);
    expect(await storedOutbox()).toEqual([]);
    await hub.calls.resend(id);
    await pass();
    expect(wire.count(`POST ${PROMPT}`)).toBe(1);
  });

  it("of a session that was deleted meanwhile is not asked for without end", async () => {
    const { openSession, send, wire, outbox, timers } = setUpHub();
    const { key } = await openSession();
    wire.intercept((method, path) => (isPrompt(method, path) ? "unreachable" : undefined));
    await send(key, "Hello");
    wire.sessions.delete("ses_1");
    wire.emit("session.deleted", { sessionID: "ses_1", info: wireSession("ses_1") });
    await passUntil(() => outbox()[0]?.state === "not-sent");
    await pass(10_000);
    const [asked, set] = [wire.requests.length, timers()];
    await pass(10_000);
    expect(wire.requests.length).toBe(asked);
    // The stream's alone: its watchdog, and the look after what could not be fetched.
    expect(set).toBeLessThanOrEqual(2);
  });

  it("with nothing in it is refused", async () => {
    const { openSession, hub } = setUpHub();
    const { key } = await openSession();
    const messageId = await hub.calls.identify(key);
    await expect(hub.calls.send({ key, messageId, text: "  \n", context: [] })).rejects.toMatchObject({
      fault: { kind: "rejected-input" },
    });
  });
});

describe("a background that died with a prompt on its way", () => {
  async function dieWhileSending(arrives: boolean) {
    const first = setUpHub();
    const { key, leave } = await first.openSession();
    first.wire.intercept((method, path) => {
      if (!isPrompt(method, path)) return undefined;
      if (arrives)
        first.wire.store("ses_1", first.wire.requests.at(-1)?.body as Parameters<typeof first.wire.store>[1]);
      return "hang";
    });
    const id = await first.send(key, "Hello");
    expect(first.outbox()).toEqual([{ state: "sending" }]);
    await first.hub.flush();
    leave();
    first.wire.intercept(() => undefined);
    return { id, second: setUpHub(first.wire) };
  }

  it("asks for it in its next life, and finds it", async () => {
    const { second } = await dieWhileSending(true);
    await second.hub.ready;
    expect(second.outbox()).toEqual([{ state: "checking" }]);
    await second.connect();
    await passUntil(() => second.outbox().length === 0);
    expect(second.wire.count(`POST ${PROMPT}`)).toBe(1);
  });

  it("or says that it was not sent", async () => {
    const { id, second } = await dieWhileSending(false);
    await second.connect();
    await passUntil(() => second.outbox()[0]?.state === "not-sent");
    expect(second.state.outbox[0]?.prompt.messageId).toBe(id);
    expect(second.wire.count(`POST ${PROMPT}`)).toBe(1);
  });
});

describe("with storage failing", () => {
  it("nothing is sent that could not be stored, and the panel hears of it", async () => {
    const { openSession, hub, wire, outbox } = setUpHub();
    const { key } = await openSession();
    await hub.flush();
    await limitStorage(20);
    const messageId = await hub.calls.identify(key);
    await expect(hub.calls.send({ key, messageId, text: "Hello", context: [] })).rejects.toThrow();
    await pass();
    expect(wire.count(`POST ${PROMPT}`)).toBe(0);
    expect(outbox()).toEqual([]);
  });

  it("copies of transcripts make room for a prompt", async () => {
    const { openSession, hub, wire, send } = setUpHub();
    const { key } = await openSession();
    await hub.flush();
    await storeRaw({ "transcript:s/1": "x".repeat(2000) });
    await limitStorage(20);
    await send(key, "Hello");
    expect(wire.count(`POST ${PROMPT}`)).toBe(1);
  });
});
