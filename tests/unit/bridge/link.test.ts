import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { servePanel } from "../../../lib/bridge/background-port";
import type { ContextItem } from "../../../lib/page/context";
import { contextInbox } from "../../../lib/storage/context-inbox";
import { resetBrowser } from "../../support/fake-browser";
import { setUpHub } from "../../support/hub";
import { setUpPanel } from "../../support/panel-and-hub";
import { portPair } from "../../support/ports";
import { wireSession } from "../../support/simulated-server";
import { pass, useSimulatedTime } from "../../support/surroundings";

vi.mock("wxt/browser", async () => (await import("../../support/fake-browser")).mockedBrowser());
beforeEach(() => {
  useSimulatedTime();
  resetBrowser();
});
afterEach(() => vi.useRealTimers());

describe("a panel", () => {
  it("gets a snapshot first, then what happens, until it is the same state as the background's", async () => {
    const set = setUpPanel();
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
    const set = setUpPanel();
    await set.connected();
    set.served()?.send({ type: "show", key: "a/ses_1" });
    await pass(10);
    expect(set.log.at(-1)).toBe("show a/ses_1");
  });

  it("closes when the background asks it to", async () => {
    const set = setUpPanel();
    await set.connected();
    expect(set.served()?.isShownIn(1)).toBe(true);
    set.served()?.send({ type: "close" });
    await pass(10);
    expect(set.log.at(-1)).toBe("close");
  });

  it("gets the transcript it turns to, and its words, but not another's", async () => {
    const set = setUpPanel();
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
    const set = setUpPanel();
    const { server } = await set.connected();
    const key = await set.background.createSession(server, "/work/tides");
    expect(set.state().servers[server]?.sessions[key.split("/")[1] ?? ""]).toBeDefined();
    expect(set.state().cards.map((card) => card.key)).toContain(key);
  });

  it("gets a call's fault as an error with its cause", async () => {
    const set = setUpPanel();
    await set.connected();
    const refused = set.background.saveServer({ name: "", url: "nonsense at all", headers: [] });
    await expect(refused).rejects.toMatchObject({ name: "FaultError", fault: { kind: "rejected-input" } });
  });

  it("gets what was taken from a page in its window, and says when it has it", async () => {
    await contextInbox.put(1, item("mine"));
    await contextInbox.put(2, item("another's"));
    const set = setUpPanel();
    await set.connected();
    expect(set.context.map(({ id }) => id)).toEqual(["mine"]);
    expect(await contextInbox.pending(1)).toEqual([]);
    expect(await contextInbox.pending(2)).toHaveLength(1);
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
