import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type PanelConnection, servePanel } from "../../../lib/bridge/background-port";
import { createPanelLink } from "../../../lib/bridge/panel-link";
import { emptyState, reduceState, type SessionKey, type State, type StateEvent } from "../../../lib/model";
import type { ContextItem } from "../../../lib/page/context";
import { contextInbox } from "../../../lib/storage/context-inbox";
import { resetBrowser } from "../../support/fake-browser";
import { setUpHub } from "../../support/hub";
import { type PortPair, portPair } from "../../support/ports";
import { simulateServer, wireSession } from "../../support/simulated-server";
import { pass, passUntil, useSimulatedTime } from "../../support/surroundings";

vi.mock("wxt/browser", async () => (await import("../../support/fake-browser")).mockedBrowser());
beforeEach(() => {
  useSimulatedTime();
  resetBrowser();
});
afterEach(() => vi.useRealTimers());

/** A panel beside a background that can die: each life is a hub of its own over the same storage and server. */
function setUp() {
  const wire = simulateServer();
  wire.sessions.set("ses_1", wireSession("ses_1"));
  let life = setUpHub(wire);
  let pair: PortPair | undefined;
  let served: PanelConnection | undefined;
  let isReachable = true;
  let watched: SessionKey | undefined;
  let state: State = emptyState();
  const log: string[] = [];
  const statuses: string[] = [];
  const context: ContextItem[] = [];

  const link = createPanelLink({
    connect() {
      if (!isReachable) throw new Error("Extension context invalidated.");
      pair = portPair();
      served = servePanel(pair.background, life.hub, life.surroundings, contextInbox);
      return pair.panel;
    },
    windowId: 1,
    attention: () => ({ visible: true, ...(watched === undefined ? {} : { watching: watched }) }),
    onSnapshot(next) {
      log.push("snapshot");
      state = structuredClone(next);
    },
    onEvents(events: StateEvent[]) {
      log.push("events");
      for (const event of events) reduceState(state, event);
    },
    async onContext(items) {
      context.push(...items);
    },
    onStatus: (status) => statuses.push(status),
    onShow: (key) => log.push(`show ${key}`),
    onClose: () => log.push("close"),
  });

  return {
    ...link,
    wire,
    log,
    statuses,
    context,
    state: () => state,
    hub: () => life.hub,
    /** The background's end of the port that is open. */
    served: () => served,
    watch(key?: SessionKey) {
      watched = key;
      link.attend();
    },
    /** The background dies and starts anew when the panel calls again. */
    die() {
      life.die();
      pair?.breakIt();
      life = setUpHub(wire);
    },
    setReachable(value: boolean) {
      isReachable = value;
    },
    async connected(): Promise<{ server: string; key: SessionKey }> {
      await passUntil(() => Object.values(state.servers)[0]?.fresh === true);
      const server = Object.keys(state.servers)[0] ?? "";
      return { server, key: `${server}/ses_1` };
    },
  };
}

describe("a panel", () => {
  it("gets a snapshot first, then what happens, until it is the same state as the background's", async () => {
    const set = setUp();
    await set.connected();
    expect(set.log[0]).toBe("snapshot");
    expect(set.log.filter((entry) => entry === "snapshot")).toHaveLength(1);
    set.wire.emit("session.updated", { info: wireSession("ses_1", { title: "New title" }) });
    await pass(100);
    expect(Object.values(set.state().servers)[0]?.sessions.ses_1?.title).toBe("New title");
    expect(set.state()).toEqual(set.hub().state);
    expect(set.statuses).toEqual(["connected"]);
  });

  it("shows a session when the background asks it to", async () => {
    const set = setUp();
    await set.connected();
    set.served()?.send({ type: "show", key: "a/ses_1" });
    await pass(10);
    expect(set.log.at(-1)).toBe("show a/ses_1");
  });

  it("closes when the background asks it to", async () => {
    const set = setUp();
    await set.connected();
    expect(set.served()?.isShownIn(1)).toBe(true);
    set.served()?.send({ type: "close" });
    await pass(10);
    expect(set.log.at(-1)).toBe("close");
  });

  it("gets the transcript it turns to, and its words, but not another's", async () => {
    const set = setUp();
    const { server, key } = await set.connected();
    set.watch(key);
    await set.background.openSession(key);
    const info = { id: "msg_1", sessionID: "ses_1", role: "assistant", time: { created: 1 } };
    const part = { id: "prt_1", sessionID: "ses_1", messageID: "msg_1", type: "text", text: "", time: { start: 1 } };
    set.wire.emit("message.updated", { info });
    set.wire.emit("message.part.updated", { part });
    set.wire.emit("message.part.delta", {
      sessionID: "ses_1",
      messageID: "msg_1",
      partID: "prt_1",
      field: "text",
      delta: "Ebb",
    });
    await pass(100);
    const transcript = () => set.state().servers[server]?.transcripts.ses_1;
    expect(transcript()?.parts.prt_1).toMatchObject({ text: "Ebb" });
    set.watch(undefined);
    await pass();
    set.wire.emit("message.part.delta", {
      sessionID: "ses_1",
      messageID: "msg_1",
      partID: "prt_1",
      field: "text",
      delta: " and flow",
    });
    await pass(100);
    expect(transcript()?.parts.prt_1).toMatchObject({ text: "Ebb" });
    set.watch(key);
    await pass(100);
    expect(transcript()?.parts.prt_1).toMatchObject({ text: "Ebb and flow" });
  });

  it("sees what a call has changed before the call returns", async () => {
    const set = setUp();
    const { server } = await set.connected();
    const key = await set.background.createSession(server, "/work/tides");
    expect(set.state().servers[server]?.sessions[key.split("/")[1] ?? ""]).toBeDefined();
    expect(set.state().cards.map((card) => card.key)).toContain(key);
  });

  it("gets a call's fault as an error with its cause", async () => {
    const set = setUp();
    await set.connected();
    const refused = set.background.saveServer({ name: "", url: "nonsense at all", headers: [] });
    await expect(refused).rejects.toMatchObject({ name: "FaultError", fault: { kind: "rejected-input" } });
  });

  it("gets what was taken from a page in its window, and says when it has it", async () => {
    await contextInbox.put(1, item("mine"));
    await contextInbox.put(2, item("another's"));
    const set = setUp();
    await set.connected();
    expect(set.context.map(({ id }) => id)).toEqual(["mine"]);
    expect(await contextInbox.pending(1)).toEqual([]);
    expect(await contextInbox.pending(2)).toHaveLength(1);
  });
});

describe("when the background dies", () => {
  it("the panel opens the port again, and a new snapshot brings it up to date", async () => {
    const set = setUp();
    const { server } = await set.connected();
    set.wire.sessions.set("ses_1", wireSession("ses_1", { title: "Renamed meanwhile" }));
    set.die();
    await pass(50);
    await passUntil(() => set.state().servers[server]?.sessions.ses_1?.title === "Renamed meanwhile");
    expect(set.statuses).toEqual(["connected", "reconnecting", "connected"]);
  });

  it("a call that changes nothing is made again", async () => {
    const set = setUp();
    await set.connected();
    set.wire.intercept((_, path) => (path === "/global/health" ? "hang" : undefined));
    const testing = set.background.testServer({ name: "", url: set.wire.url, headers: [] });
    await pass();
    set.wire.intercept(() => undefined);
    set.die();
    await pass(500);
    expect(await testing).toMatchObject({ ok: true });
  });

  it("a call that may have changed something is not, and says so", async () => {
    const set = setUp();
    const { server } = await set.connected();
    set.wire.intercept((method, path) => (`${method} ${path}` === "POST /session" ? "hang" : undefined));
    const creating = set.background.createSession(server, "/work/tides").catch((error: unknown) => error);
    await pass();
    set.die();
    expect(await creating).toMatchObject({ fault: { kind: "aborted" } });
    set.wire.intercept(() => undefined);
    await pass(5_000);
    expect(set.wire.count("POST /session")).toBe(1);
  });

  it("a prompt that was handed over is not sent a second time", async () => {
    const set = setUp();
    const { key } = await set.connected();
    const messageId = await set.background.identify(key);
    const outgoing = { key, messageId, text: "Hello", context: [] };
    const sending = set.background.send(outgoing);
    // Dies after it has sent the prompt and before its result has come.
    await passUntil(() => set.wire.count("POST /session/ses_1/prompt_async") === 1);
    await sending;
    const again = set.background.send(outgoing);
    set.die();
    await pass(100);
    await passUntil(() => Object.values(set.state().servers)[0]?.fresh === true);
    await again.catch(() => undefined);
    await pass(10_000);
    expect(set.wire.count("POST /session/ses_1/prompt_async")).toBe(1);
    expect(set.wire.messages.get("ses_1")).toHaveLength(1);
  });

  it("a prompt that was not handed over is not lost: it was not sent, and can be", async () => {
    const set = setUp();
    const { key } = await set.connected();
    const messageId = await set.background.identify(key);
    const sending = set.background.send({ key, messageId, text: "Hello", context: [] });
    // In the same moment: the message to the background is lost.
    set.die();
    await pass(100);
    await sending;
    await passUntil(() => set.state().outbox[0]?.state === "not-sent");
    await set.background.resend(messageId);
    await pass(1_000);
    expect(set.wire.messages.get("ses_1")?.map(({ info }) => info.id)).toEqual([messageId]);
    expect(set.state().outbox).toEqual([]);
  });

  it("calls made while it is away wait for it", async () => {
    const set = setUp();
    const { key } = await set.connected();
    set.setReachable(false);
    set.die();
    await pass(500);
    const identifying = set.background.identify(key);
    set.setReachable(true);
    await pass(5_000);
    expect(await identifying).toMatch(/^msg_/);
  });
});

describe("a port", () => {
  it.each([
    { type: "call", id: 1, name: "constructor", args: [] },
    { type: "call", id: 1, name: "toString", args: [] },
    { type: "call", id: 1, name: "nothing", args: [] },
    { type: "call", id: 1, name: "send", args: [{ key: 7 }] },
    { type: "call", id: 1, name: "saveServer", args: [] },
    { type: "call", id: 1, name: "pinCard", args: ["s/1", "yes"] },
  ])("refuses what is no call: $name", async (message) => {
    const { hub, surroundings } = setUpHub();
    const pair = portPair();
    const answers: unknown[] = [];
    pair.panel.onMessage.addListener((answer: unknown) => answers.push(answer));
    servePanel(pair.background, hub, surroundings, contextInbox);
    pair.panel.postMessage(message);
    await pass();
    expect(answers).toEqual([{ type: "fault", id: 1, fault: expect.objectContaining({ kind: "internal" }) }]);
  });

  it.each([null, "hello", 7, {}, { type: "hello" }, { type: "watch", watching: 7 }, { type: "context.taken" }])(
    "is deaf to %j",
    async (message) => {
      const { hub, surroundings } = setUpHub();
      const pair = portPair();
      const answers: unknown[] = [];
      pair.panel.onMessage.addListener((answer: unknown) => answers.push(answer));
      servePanel(pair.background, hub, surroundings, contextInbox);
      pair.panel.postMessage(message);
      await pass();
      expect(answers).toEqual([]);
    },
  );
});

function item(id: string): ContextItem {
  return { id, kind: "page", title: id, url: "https://example.org/", text: "", createdAt: 1 };
}
