import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { subjectOf } from "../../../lib/alerts/alert";
import { createAlerts } from "../../../lib/alerts/alerts";
import { answerAlert } from "../../../lib/alerts/answers";
import type { Notification } from "../../../lib/alerts/notifier";
import { alertChoices, alertMemory } from "../../../lib/storage/alerts";
import { resetBrowser } from "../../support/fake-browser";
import { setUpHub } from "../../support/hub";
import { wireSession } from "../../support/simulated-server";
import { pass, passUntil, useSimulatedTime } from "../../support/surroundings";

vi.mock("wxt/browser", async () => (await import("../../support/fake-browser")).mockedBrowser());
beforeEach(() => {
  useSimulatedTime();
  resetBrowser();
});
afterEach(() => vi.useRealTimers());

const asked = (sessionID: string, fields: object = {}) => ({
  id: `per_${sessionID}`,
  sessionID,
  permission: "bash",
  patterns: ["echo secret"],
  always: [],
  ...fields,
});

/** A hub with its alerts, and the notifications that the system would show. */
function setUp(wire?: Parameters<typeof setUpHub>[0], shown = new Map<string, Notification>()) {
  const set = setUpHub(wire);
  const isAllowed = { value: true };
  let count = 0;
  const notifier = {
    isAllowed: async () => isAllowed.value,
    shown: async () => [...shown.keys()],
    async show(id: string, notification: Notification) {
      count += 1;
      shown.set(id, notification);
    },
    async update(id: string, words: { title: string; message: string }) {
      const held = shown.get(id);
      if (held) shown.set(id, { ...held, ...words });
    },
    async clear(id: string) {
      shown.delete(id);
    },
  };
  const alerts = createAlerts({
    hub: set.hub,
    surroundings: set.surroundings,
    notifier,
    choices: alertChoices.load,
    memory: alertMemory,
    report: (work) => void work,
  });
  return {
    ...set,
    alerts,
    notifier,
    shown,
    isAllowed,
    /** How often one was shown. */
    count: () => count,
    kinds: () => [...shown.keys()].map((id) => subjectOf(id)?.kind).sort(),
    /** Also for whoever asks the server what waits. */
    ask(id: string, fields?: object) {
      set.wire.open.permissions.push(asked(id, fields));
      set.wire.emit("permission.asked", asked(id, fields));
    },
    replied(id: string) {
      set.wire.open.permissions = set.wire.open.permissions.filter(
        (open) => (open as ReturnType<typeof asked>).sessionID !== id,
      );
      set.wire.emit("permission.replied", { sessionID: id, requestID: `per_${id}`, reply: "once" });
    },
    run: (sessionID: string) => set.wire.emit("session.status", { sessionID, status: { type: "busy" } }),
    end: (sessionID: string) => set.wire.emit("session.status", { sessionID, status: { type: "idle" } }),
    fail(sessionID: string) {
      set.wire.emit("session.error", { sessionID, error: { name: "APIError", data: { message: "Invalid API key" } } });
      this.end(sessionID);
    },
    subjects: () => [...shown.keys()].flatMap((id) => subjectOf(id) ?? []),
    titles: () => [...shown.values()].map(({ title }) => title),
    async withSessions(...ids: string[]) {
      for (const id of ids) set.wire.sessions.set(id, wireSession(id));
      return set.connect();
    },
  };
}

/** What comes is told after it has settled. */
const settled = () => pass(1_500);

describe("the system is told", () => {
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

describe("a notification's button", () => {
  it("answers, and tells what did not arrive", async () => {
    const set = setUp();
    await set.withSessions("ses_1");
    set.ask("ses_1");
    await settled();
    const [id = ""] = set.shown.keys();
    const replyPermission = vi.fn(async () => undefined);
    const hub = { ...set.hub, calls: { replyPermission } };
    await answerAlert({ hub, notifier: set.notifier }, id, "reject");
    const subject = subjectOf(id);
    expect(replyPermission).toHaveBeenCalledExactlyOnceWith(subject?.key, "per_ses_1", "reject");
    expect(set.kinds()).toEqual([]);

    replyPermission.mockRejectedValueOnce(new Error("no way"));
    await answerAlert({ hub, notifier: set.notifier }, id, "once");
    expect([...set.shown.values()][0]).toMatchObject({
      message: expect.stringMatching(/^Not answered: /),
      buttons: [],
    });
    await answerAlert({ hub, notifier: set.notifier }, "of somebody else", "once");
    expect(replyPermission).toHaveBeenCalledTimes(2);
  });
});
