import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { limitStorage, resetBrowser, stored } from "../../support/fake-browser";
import { setUpHub } from "../../support/hub";
import { wireSession } from "../../support/simulated-server";
import { pass, passUntil, useSimulatedTime } from "../../support/surroundings";
import { begin, end, sent, setUp, withThree } from "./queue-set-up";

vi.mock("wxt/browser", async () => (await import("../../support/fake-browser")).mockedBrowser());
beforeEach(() => {
  useSimulatedTime();
  resetBrowser();
});
afterEach(() => vi.useRealTimers());

describe("prompts written while the agent works", () => {
  it("go at once where nothing runs", async () => {
    const { queue, wire, outbox } = await setUp();
    await queue("Hello");
    expect(sent(wire)).toEqual(["Hello"]);
    expect(outbox()).toEqual([]);
  });

  it("wait, stored, and go one after the other as each is answered", async () => {
    const { wire, texts } = await withThree();
    expect(texts()).toEqual(["One: queued", "Two: queued", "Three: queued"]);
    expect(JSON.stringify((await stored()).outbox)).toContain("Three");
    await pass(30_000);
    expect(sent(wire)).toEqual([]);
    end(wire);
    await passUntil(() => sent(wire).length === 1);
    // Taken, but not counted as running yet: the next one still waits.
    await pass(2_000);
    begin(wire);
    await pass(30_000);
    expect(sent(wire)).toEqual(["One"]);
    end(wire);
    await passUntil(() => sent(wire).length === 2);
    begin(wire);
    end(wire);
    await passUntil(() => texts().length === 0);
    expect(sent(wire)).toEqual(["One", "Two", "Three"]);
  });

  it("go in the order the user gives them, without what the user takes out", async () => {
    const { hub, ids, wire, texts } = await withThree();
    await hub.calls.moveQueued(ids[2], -1);
    await hub.calls.moveQueued(ids[0], 9);
    expect(texts()).toEqual(["Three: queued", "Two: queued", "One: queued"]);
    await hub.calls.discard(ids[1]);
    end(wire);
    await passUntil(() => sent(wire).length === 1);
    begin(wire);
    await pass(100);
    end(wire);
    await passUntil(() => sent(wire).length === 2);
    expect(sent(wire)).toEqual(["Three", "One"]);
  });

  it("are changed in their places", async () => {
    const { hub, ids, wire, texts } = await withThree();
    await hub.calls.rewordQueued(ids[1], "Two, and more", "Two");
    expect(texts()).toEqual(["One: queued", "Two, and more: queued", "Three: queued"]);
    expect(JSON.stringify((await stored()).outbox)).toContain("Two, and more");
    for (const count of [1, 2]) {
      end(wire);
      await passUntil(() => sent(wire).length === count);
      begin(wire);
      await pass(100);
    }
    expect(sent(wire)).toEqual(["One", "Two, and more"]);
  });

  it("changed in two windows at once keep what was saved first, and the other hears of it", async () => {
    const { hub, ids, texts } = await withThree();
    await hub.calls.rewordQueued(ids[1], "Two, here", "Two");
    const fault = { fault: { kind: "changed-elsewhere" } };
    await expect(hub.calls.rewordQueued(ids[1], "Two, there", "Two")).rejects.toMatchObject(fault);
    expect(texts()).toEqual(["One: queued", "Two, here: queued", "Three: queued"]);
    // Who wants the same has it; and who has seen what the other wrote may replace it.
    await hub.calls.rewordQueued(ids[1], "Two, here", "Two");
    await hub.calls.rewordQueued(ids[1], "Two, there", "Two, here");
    expect(texts()).toEqual(["One: queued", "Two, there: queued", "Three: queued"]);
  });

  it("wait while the first of them is being changed, for as long as that is told", async () => {
    const { hub, ids, wire } = await withThree();
    const changing = () => hub.calls.awaitQueued(ids[0]);
    await changing();
    end(wire);
    for (let beats = 0; beats < 10; beats++) {
      await pass(2_000);
      await changing();
    }
    expect(sent(wire)).toEqual([]);
    await hub.calls.rewordQueued(ids[0], "One, at last", "One");
    await hub.calls.unawaitQueued(ids[0]);
    await passUntil(() => sent(wire).length === 1);
    expect(sent(wire)).toEqual(["One, at last"]);
    begin(wire);
    await hub.calls.awaitQueued(ids[1]);
    end(wire);
    await pass(3_000);
    expect(sent(wire)).toEqual(["One, at last"]);
    // The panel of the user who was changing it is gone.
    await passUntil(() => sent(wire).length === 2);
    expect(sent(wire)[1]).toBe("Two");
  });

  it("can no longer be taken out, moved or hurried once they are sent", async () => {
    const { hub, ids, wire, texts } = await withThree();
    end(wire);
    await passUntil(() => texts().length === 2);
    const fault = { fault: { kind: "already-sent" } };
    await expect(hub.calls.discard(ids[0])).rejects.toMatchObject(fault);
    await expect(hub.calls.moveQueued(ids[0], 1)).rejects.toMatchObject(fault);
    await expect(hub.calls.rewordQueued(ids[0], "Too late", "One")).rejects.toMatchObject(fault);
    await expect(hub.calls.awaitQueued(ids[0])).rejects.toMatchObject(fault);
    await expect(hub.calls.sendNow(ids[0])).rejects.toMatchObject(fault);
    await expect(hub.calls.sendBeside(ids[0])).rejects.toMatchObject(fault);
  });

  it("of one that could not be stored nothing is kept, and its panel hears of it", async () => {
    const { queue, wire, texts, hub } = await setUp();
    begin(wire);
    await pass(100);
    await hub.flush();
    await limitStorage(20);
    await expect(queue("One")).rejects.toThrow();
    expect(texts()).toEqual([]);
  });

  it("wait for a server that is away, and for nothing twice", async () => {
    const { wire, texts } = await withThree();
    wire.intercept(() => "unreachable");
    wire.cut();
    await pass(5_000);
    end(wire);
    await pass(60_000);
    expect(texts()).toEqual(["One: queued", "Two: queued", "Three: queued"]);
    wire.intercept(() => undefined);
    await passUntil(() => sent(wire).length === 1);
    begin(wire);
    await pass(60_000);
    expect(sent(wire)).toEqual(["One"]);
  });
});

describe("with no panel open", () => {
  it("what is queued goes, and the connection with it when all is answered", async () => {
    const { leave, wire, texts, statuses } = await withThree();
    leave();
    for (const count of [1, 2, 3]) {
      end(wire);
      await passUntil(() => sent(wire).length === count);
      begin(wire);
      await pass(20_000);
    }
    expect(texts()).toEqual([]);
    expect(statuses()).toEqual(["connected"]);
    end(wire);
    await passUntil(() => statuses()[0] === "asleep");
  });

  it("the next life of the background goes on with it, and sends nothing twice", async () => {
    const first = await withThree();
    await first.hub.flush();
    first.die();
    first.wire.cut();
    end(first.wire);
    const second = setUpHub(first.wire);
    await passUntil(() => sent(first.wire).length === 1);
    begin(first.wire);
    await pass(30_000);
    expect(sent(first.wire)).toEqual(["One"]);
    expect(second.outbox()).toEqual([{ state: "queued" }, { state: "queued" }]);
  });

  it("what is queued in a session that is gone keeps nothing awake", async () => {
    const { leave, wire, statuses, texts } = await withThree();
    leave();
    wire.sessions.delete("ses_1");
    wire.statuses.delete("ses_1");
    wire.emit("session.deleted", { sessionID: "ses_1", info: wireSession("ses_1") });
    await passUntil(() => statuses()[0] === "asleep");
    expect(sent(wire)).toEqual([]);
    expect(texts()).toHaveLength(3);
  });
});
