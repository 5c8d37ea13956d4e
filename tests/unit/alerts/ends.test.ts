import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { resetBrowser } from "../../support/fake-browser";
import { pass, useSimulatedTime } from "../../support/surroundings";
import { settled, setUp } from "./set-up";

vi.mock("wxt/browser", async () => (await import("../../support/fake-browser")).mockedBrowser());
beforeEach(() => {
  useSimulatedTime();
  resetBrowser();
});
afterEach(() => vi.useRealTimers());

describe("the system is told of what has ended", () => {
  it("many ends in one, which counts down as they are seen, also by the next life of the background", async () => {
    const ids = ["ses_1", "ses_2", "ses_3", "ses_4"];
    const first = setUp();
    const { server, leave } = await first.withSessions(...ids);
    for (const id of ids) first.run(id);
    await settled();
    for (const id of ids) first.end(id);
    await settled();
    expect(first.titles()).toEqual(["4 agents have ended"]);
    leave();
    first.die();
    const second = setUp(first.wire, first.shown);
    await second.connect();
    const leaves = second.hub.addPanel({ watching: `${server}/ses_1` });
    second.alerts.look();
    await settled();
    leaves();
    expect(second.titles()).toEqual(["3 agents have ended"]);
    for (const id of ["ses_3", "ses_4"]) second.run(id);
    await settled();
    expect([second.titles(), second.count()]).toEqual([["Title of ses_2"], 0]);
  });

  it("that a run has ended, when it has; which goes when it is seen", async () => {
    const set = setUp();
    const { server } = await set.withSessions("ses_1");
    set.run("ses_1");
    await settled();
    set.end("ses_1");
    set.run("ses_1");
    await settled();
    expect(set.kinds()).toEqual([]);
    set.end("ses_1");
    await settled();
    expect([...set.shown.values()]).toEqual([
      { title: "Title of ses_1", message: "The agent has finished", buttons: [], stays: false },
    ]);
    const leave = set.hub.addPanel({ watching: `${server}/ses_1` });
    set.alerts.look();
    await settled();
    expect(set.kinds()).toEqual([]);
    // Nor is it told when it was seen, though nobody looks any more.
    set.run("ses_1");
    await settled();
    set.end("ses_1");
    await pass(100);
    leave();
    await settled();
    expect(set.count()).toBe(1);
  });

  it("that a run has failed", async () => {
    const set = setUp();
    await set.withSessions("ses_1");
    set.run("ses_1");
    set.end("ses_1");
    await settled();
    expect(set.kinds()).toEqual(["finished"]);
    set.run("ses_1");
    set.fail("ses_1");
    await settled();
    // In the place of what was told of the run before; it stays, because nothing goes on without the user.
    expect([...set.shown.values()]).toEqual([
      { title: "Title of ses_1", message: "The agent stopped with an error", buttons: [], stays: true },
    ]);
  });

  it("that a run has failed, when that happened while the stream was broken", async () => {
    const set = setUp();
    await set.withSessions("ses_1");
    set.wire.statuses.set("ses_1", { type: "busy" });
    set.run("ses_1");
    await settled();
    set.wire.statuses.clear();
    const time = { created: 1_794_000_000_000, completed: 1_794_000_000_000 };
    const error = { name: "APIError", data: { message: "Invalid API key" } };
    set.wire.messages.set("ses_1", [
      { info: { id: "msg_1", sessionID: "ses_1", role: "assistant", time, error }, parts: [] },
    ]);
    set.wire.cut();
    await pass(5_000);
    expect(set.kinds()).toEqual(["failed"]);
  });
});
