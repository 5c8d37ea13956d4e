import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { subjectOf } from "../../../lib/alerts/alert";
import { alertChoices } from "../../../lib/storage/alerts";
import { resetBrowser } from "../../support/fake-browser";
import { wireSession } from "../../support/simulated-server";
import { passUntil, useSimulatedTime } from "../../support/surroundings";
import { settled, setUp } from "./set-up";

vi.mock("wxt/browser", async () => (await import("../../support/fake-browser")).mockedBrowser());
beforeEach(() => {
  useSimulatedTime();
  resetBrowser();
});
afterEach(() => vi.useRealTimers());

describe("the system is told of what waits", () => {
  it("what waits, without what exactly, and once; it is taken back when it is answered anywhere", async () => {
    const set = setUp();
    await set.withSessions("ses_1");
    set.ask("ses_1");
    await settled();
    expect([...set.shown.values()]).toEqual([
      {
        title: expect.any(String),
        message: "Asks for permission: run a command",
        buttons: ["open", "reject"],
        stays: true,
      },
    ]);
    expect(JSON.stringify([...set.shown])).not.toContain("secret");
    set.alerts.look();
    await settled();
    expect(set.count()).toBe(1);
    set.replied("ses_1");
    await settled();
    expect(set.kinds()).toEqual([]);
  });

  it("what exactly, where the user wants that, and only then is it to be granted there; not what does not fit", async () => {
    await alertChoices.save({ ...(await alertChoices.load()), answer: true });
    const set = setUp();
    await set.withSessions("ses_1", "ses_2", "ses_3");
    set.ask("ses_1");
    set.ask("ses_2", { patterns: ["echo a && ".repeat(20)] });
    set.ask("ses_3", { permission: "edit", patterns: ["a.md"], metadata: { diff: "-a\n+b" } });
    await settled();
    expect([...set.shown.values()].map(({ message, buttons }) => [message.split("\n"), buttons])).toEqual([
      [
        ["Asks for permission: run a command", "echo secret"],
        ["once", "reject"],
      ],
      [
        ["Asks for permission: run a command", expect.stringMatching(/^(echo a && )+…$/)],
        ["open", "reject"],
      ],
      [
        ["Asks for permission: change files", "a.md"],
        ["open", "reject"],
      ],
    ]);
  });

  it("of a subagent's request, by its first session", async () => {
    const set = setUp();
    set.wire.sessions.set("ses_2", { ...wireSession("ses_2"), parentID: "ses_1" });
    const { server } = await set.withSessions("ses_1");
    set.wire.emit("session.updated", { info: { ...wireSession("ses_2"), parentID: "ses_1" } });
    set.ask("ses_2");
    await settled();
    expect([...set.shown.keys()].map(subjectOf)).toEqual([
      { kind: "permission", key: `${server}/ses_1`, from: `${server}/ses_2`, request: "per_ses_2" },
    ]);
  });

  it("nothing that a panel shows, not even when that goes; nothing unwanted, and nothing that is not allowed", async () => {
    const set = setUp();
    const { server } = await set.withSessions("ses_1", "ses_2", "ses_3");
    const leave = set.hub.addPanel({ watching: `${server}/ses_1` });
    set.ask("ses_1");
    await settled();
    leave();
    set.alerts.look();
    await settled();
    expect(set.count()).toBe(0);
    await alertChoices.save({ ...(await alertChoices.load()), permission: false });
    set.ask("ses_2");
    await settled();
    expect(set.count()).toBe(0);
    await alertChoices.save({ ...(await alertChoices.load()), permission: true });
    set.isAllowed.value = false;
    set.ask("ses_3");
    await settled();
    expect(set.count()).toBe(0);
    // What waits is told once that is allowed.
    set.isAllowed.value = true;
    set.alerts.look();
    await settled();
    expect(set.kinds()).toContain("permission");
  });

  it("many requests in one, which counts down without calling again, and leads to what is left", async () => {
    const set = setUp();
    const ids = ["ses_1", "ses_2", "ses_3", "ses_4"];
    const { server } = await set.withSessions(...ids);
    for (const id of ids.slice(0, 2)) set.ask(id);
    await settled();
    expect(set.kinds()).toEqual(["permission", "permission"]);
    for (const id of ids.slice(2)) set.ask(id);
    await settled();
    expect(set.titles()).toEqual(["4 requests wait for you"]);
    const count = set.count();
    const leadsTo = () => set.subjects().map(set.alerts.leadsTo);
    set.replied("ses_1");
    await settled();
    expect(set.titles()).toEqual(["3 requests wait for you"]);
    expect(leadsTo()).toEqual([{ key: `${server}/ses_2`, request: "per_ses_2" }]);
    for (const id of ["ses_2", "ses_3"]) set.replied(id);
    await settled();
    expect(set.titles()).toEqual(["Title of ses_4"]);
    expect(leadsTo()).toEqual([{ key: `${server}/ses_4`, request: "per_ses_4" }]);
    expect(set.count()).toBe(count);
    set.replied("ses_4");
    await settled();
    expect(set.kinds()).toEqual([]);
  });

  it("nothing again by the next life of the background", async () => {
    const first = setUp();
    const { leave } = await first.withSessions("ses_1");
    first.ask("ses_1");
    await settled();
    leave();
    first.die();
    const second = setUp(first.wire, first.shown);
    await second.hub.ready;
    await passUntil(() => !second.hub.isRecalling());
    await settled();
    expect([first.count(), second.count(), second.kinds()]).toEqual([1, 0, ["permission"]]);
  });
});
