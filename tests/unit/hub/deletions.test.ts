import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { HOLD } from "../../../lib/hub/deletions";
import { cardViews, type SessionKey } from "../../../lib/model";
import { storedOutbox } from "../../../lib/storage/cards";
import { storedDraft } from "../../../lib/storage/drafts";
import { storedUndoTime } from "../../../lib/storage/undo-time";
import { resetBrowser } from "../../support/fake-browser";
import { setUpHub } from "../../support/hub";
import { json, wireSession } from "../../support/simulated-server";
import { pass, passUntil, useSimulatedTime } from "../../support/surroundings";

vi.mock("wxt/browser", async () => (await import("../../support/fake-browser")).mockedBrowser());
beforeEach(() => {
  useSimulatedTime();
  resetBrowser();
});
afterEach(() => vi.useRealTimers());

/** Milliseconds in which a deletion can be taken back. */
const GRACE = 10_000;
const DELETE = "DELETE /session/ses_1";

describe("a deleted session", () => {
  it("is shown nowhere, and goes at the server when the time to take it back is over", async () => {
    const { hub, wire, state, openSession } = setUpHub();
    const { key, server } = await openSession();
    await hub.calls.openSession(key);
    await hub.calls.deleteSession(key);
    expect(cardViews(state)).toEqual([]);
    await pass(GRACE - 200);
    expect(wire.count(DELETE)).toBe(0);
    await pass(400);
    expect(wire.count(DELETE)).toBe(1);
    expect([state.deletions, state.cards, state.servers[server]?.sessions]).toEqual([[], [], {}]);
  });

  it("that is taken back stays as it was, and cannot be taken back twice", async () => {
    const { hub, wire, state, openSession } = setUpHub();
    const { key } = await openSession();
    await hub.calls.openSession(key);
    await hub.calls.deleteSession(key);
    await hub.calls.undoDelete(key);
    await pass(2 * GRACE);
    expect(wire.count(DELETE)).toBe(0);
    expect(cardViews(state).map((view) => view.key)).toEqual([key]);
    await expect(hub.calls.undoDelete(key)).rejects.toMatchObject({ fault: { kind: "not-found" } });
  });

  it("waits while somebody is about to decide, and goes when nobody is", async () => {
    const { hub, wire, openSession } = setUpHub();
    const { key } = await openSession();
    await hub.calls.deleteSession(key);
    for (let times = 0; times < 12; times++) {
      await pass(GRACE - 1_000);
      await hub.calls.holdDeletions();
    }
    expect(wire.count(DELETE)).toBe(0);
    await pass(HOLD - 200);
    expect(wire.count(DELETE)).toBe(0);
    await pass(400);
    expect(wire.count(DELETE)).toBe(1);
    await hub.calls.holdDeletions();
  });

  it("is held in storage: the next life of the background waits as long", async () => {
    const first = setUpHub();
    const { key } = await first.openSession();
    await first.hub.calls.deleteSession(key);
    await pass(GRACE - 1_000);
    await first.hub.calls.holdDeletions();
    first.die();
    const second = setUpHub(first.wire);
    await second.hub.ready;
    await pass(HOLD - 1_000);
    expect(second.state.deletions.map((deletion) => deletion.key)).toEqual([key]);
    await second.hub.calls.undoDelete(key);
    await pass(GRACE);
    expect(second.wire.count(DELETE)).toBe(0);
  });

  it("waits as long as the user wants", async () => {
    await storedUndoTime.save({ seconds: 120 });
    const { hub, wire, openSession } = setUpHub();
    const { key } = await openSession();
    await hub.calls.deleteSession(key);
    // No sooner for being held.
    await hub.calls.holdDeletions();
    await pass(119_000);
    expect(wire.count(DELETE)).toBe(0);
    await pass(2_000);
    expect(wire.count(DELETE)).toBe(1);
  });

  it("goes also when the panel is closed meanwhile, and nothing stays awake after that", async () => {
    const { hub, wire, active, openSession } = setUpHub();
    const { key, leave } = await openSession();
    await hub.calls.deleteSession(key);
    leave();
    expect(active.at(-1)).toBe(true);
    await pass(GRACE + 200);
    expect(wire.count(DELETE)).toBe(1);
    expect(active.at(-1)).toBe(false);
    expect(wire.streams()).toBe(0);
  });

  it("goes in the background's next life when it died before", async () => {
    const first = setUpHub();
    const { key } = await first.openSession();
    await first.hub.calls.deleteSession(key);
    first.die();
    await pass();

    const second = setUpHub(first.wire);
    await second.hub.ready;
    expect(second.state.deletions.map((deletion) => deletion.key)).toEqual([key]);
    await passUntil(() => second.wire.count(DELETE) === 1);
    await pass();
    expect(second.state.deletions).toEqual([]);
  });

  it("waits for a server that is away, and can be had back until then", async () => {
    const { hub, wire, state, openSession } = setUpHub();
    const { key, server } = await openSession();
    wire.intercept(() => "unreachable");
    wire.cut();
    await hub.calls.deleteSession(key);
    await pass(2 * GRACE);
    expect(wire.count(DELETE)).toBe(0);
    expect(state.deletions).toHaveLength(1);
    wire.intercept(() => undefined);
    hub.wake();
    await passUntil(() => state.deletions.length === 0);
    expect(wire.count(DELETE)).toBe(1);
    expect(state.servers[server]?.sessions).toEqual({});
  });

  it("that the server does not delete is there again, and the user is told", async () => {
    const { hub, wire, state, openSession } = setUpHub();
    const { key } = await openSession();
    await hub.calls.openSession(key);
    wire.intercept((method) => (method === "DELETE" ? json({ data: { message: "locked" } }, 500) : undefined));
    await hub.calls.deleteSession(key);
    await pass(GRACE + 200);
    expect(wire.count(DELETE)).toBe(1);
    expect(cardViews(state).map((view) => view.key)).toEqual([key]);
    expect(state.notices.map((notice) => notice.text)).toEqual([
      "“Title of ses_1” was not deleted: The server reported an error of its own.",
    ]);
  });

  it("takes along what waited to be sent and what was being written there, and leaves that of others", async () => {
    const { hub, wire, state, openSession } = setUpHub();
    const { key, server } = await openSession();
    const other: SessionKey = `${server}/ses_2`;
    wire.sessions.set("ses_2", wireSession("ses_2"));
    for (const id of ["ses_1", "ses_2"]) {
      wire.statuses.set(id, { type: "busy" });
      wire.emit("session.status", { sessionID: id, status: { type: "busy" } });
    }
    await hub.calls.openSession(other);
    for (const one of [key, other]) {
      const messageId = await hub.calls.identify(one);
      await hub.calls.send({ key: one, messageId, text: "Later", context: [], queue: true });
      await storedDraft(one).save({ text: "Half a thought", context: [] });
    }
    await hub.calls.deleteSession(key);
    await hub.calls.undoDelete(key);
    expect(state.outbox.map((entry) => entry.key)).toEqual([key, other]);
    await hub.calls.deleteSession(key);
    await passUntil(() => wire.count(DELETE) === 1);
    await pass();
    expect(state.outbox.map((entry) => entry.key)).toEqual([other]);
    expect((await storedOutbox.load()).value.map((entry) => entry.key)).toEqual([other]);
    expect([(await storedDraft(key).load()).value.text, (await storedDraft(other).load()).value.text]).toEqual([
      "",
      "Half a thought",
    ]);
    await hub.calls.removeServer(server);
    expect((await storedOutbox.load()).value).toEqual([]);
    expect((await storedDraft(other).load()).value.text).toBe("");
  });

  it("that is gone already is no failure", async () => {
    const { hub, wire, state, openSession } = setUpHub();
    const { key } = await openSession();
    await hub.calls.deleteSession(key);
    wire.sessions.delete("ses_1");
    await pass(GRACE + 200);
    expect([state.deletions, state.notices]).toEqual([[], []]);
  });

  it("is forgotten with its server", async () => {
    const { hub, wire, state, openSession } = setUpHub();
    const { key, server } = await openSession();
    await hub.calls.deleteSession(key);
    await hub.calls.removeServer(server);
    await pass(2 * GRACE);
    expect(wire.count(DELETE)).toBe(0);
    expect(state.deletions).toEqual([]);
  });
});
