import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { requestsOf } from "../../../lib/model";
import { limitStorage, resetBrowser, stored } from "../../support/fake-browser";
import { setUpHub } from "../../support/hub";
import { json, wireSession } from "../../support/simulated-server";
import { pass, useSimulatedTime } from "../../support/surroundings";

vi.mock("wxt/browser", async () => (await import("../../support/fake-browser")).mockedBrowser());
beforeEach(() => {
  useSimulatedTime();
  resetBrowser();
});
afterEach(() => vi.useRealTimers());

type Set = ReturnType<typeof setUpHub>;

const asked = (id: string, sessionID = "ses_1") => ({
  id,
  sessionID,
  permission: "bash",
  patterns: ["ls"],
  always: [],
});
const replies = (set: Set) =>
  set.wire.requests.flatMap(({ path, body }) =>
    /^\/permission\/.+\/reply$/.test(path) ? [[path.split("/")[2], body]] : [],
  );
const serverOf = (set: Set) => Object.values(set.state.servers)[0];
const waiting = (set: Set) => {
  const server = serverOf(set);
  return server ? requestsOf(server, "ses_1").map(({ id }) => id) : [];
};

describe("a session in which everything is accepted", () => {
  it("has what waits granted, and what comes, also with no panel open", async () => {
    const set = setUpHub();
    const { key, leave } = await set.openSession();
    set.wire.statuses.set("ses_1", { type: "busy" });
    set.wire.emit("session.status", { sessionID: "ses_1", status: { type: "busy" } });
    set.wire.emit("permission.asked", asked("per_1"));
    await pass();
    expect([waiting(set), replies(set)]).toEqual([["per_1"], []]);
    await set.hub.calls.setAutoAccept(key, true);
    await pass();
    leave();
    set.wire.emit("permission.asked", asked("per_2"));
    await pass();
    expect(replies(set)).toEqual([
      ["per_1", { reply: "once" }],
      ["per_2", { reply: "once" }],
    ]);
    expect(serverOf(set)?.requests).toEqual({});
  });

  it("has its subagents' granted as soon as they are known for its own, and nobody else's", async () => {
    const set = setUpHub();
    const { key } = await set.openSession();
    await set.hub.calls.setAutoAccept(key, true);
    set.wire.sessions.set("ses_2", wireSession("ses_2", { parentID: "ses_1" }));
    set.wire.sessions.set("ses_3", wireSession("ses_3", { parentID: "ses_2" }));
    set.wire.sessions.set("ses_8", wireSession("ses_8"));
    set.wire.sessions.set("ses_9", wireSession("ses_9", { parentID: "ses_8" }));
    set.wire.emit("permission.asked", asked("per_1", "ses_3"));
    set.wire.emit("permission.asked", asked("per_2", "ses_9"));
    await pass(100);
    expect(replies(set)).toEqual([["per_1", { reply: "once" }]]);
    expect(Object.keys(serverOf(set)?.requests ?? {})).toEqual(["per_2"]);
  });

  it("is so after the background's death, and not after it was turned off", async () => {
    const first = setUpHub();
    const { key } = await first.openSession();
    await first.hub.calls.setAutoAccept(key, true);
    first.die();
    first.wire.open.permissions.push(asked("per_1"));

    const second = setUpHub(first.wire);
    await second.connect();
    await pass();
    expect(replies(second)).toEqual([["per_1", { reply: "once" }]]);
    await second.hub.calls.setAutoAccept(key, false);
    second.wire.emit("permission.asked", asked("per_2"));
    await pass(100);
    expect(replies(second)).toHaveLength(1);
    expect(waiting(second)).toEqual(["per_2"]);
    second.die();

    const third = setUpHub(first.wire);
    await third.hub.ready;
    expect(serverOf(third)?.autoAccept).toEqual([]);
  });

  it("leaves to the user what the server would not be told", async () => {
    const set = setUpHub();
    const { key } = await set.openSession();
    await set.hub.calls.setAutoAccept(key, true);
    set.wire.intercept((method) => (method === "POST" ? json({}, 500) : undefined));
    set.wire.emit("permission.asked", asked("per_1"));
    await pass(100);
    expect(replies(set)).toHaveLength(1);
    expect(waiting(set)).toEqual(["per_1"]);
    expect(serverOf(set)?.requests.per_1).toMatchObject({ left: { kind: "server-fault" } });
  });

  it("is one the user has begun, and none that could not be stored", async () => {
    const set = setUpHub();
    const { server, key } = await set.openSession();
    set.wire.emit("session.created", { sessionID: "ses_2", info: wireSession("ses_2", { parentID: "ses_1" }) });
    await pass();
    const refused = { fault: { kind: "rejected-input" } };
    await expect(set.hub.calls.setAutoAccept(`${server}/ses_2`, true)).rejects.toMatchObject(refused);
    await expect(set.hub.calls.setAutoAccept(`${server}/ses_7`, true)).rejects.toMatchObject(refused);
    await set.hub.flush();
    await limitStorage(0);
    await expect(set.hub.calls.setAutoAccept(key, true)).rejects.toThrow();
    expect(serverOf(set)?.autoAccept).toEqual([]);
  });

  it("is forgotten when it is deleted", async () => {
    const set = setUpHub();
    const { key } = await set.openSession();
    await set.hub.calls.setAutoAccept(key, true);
    expect((await stored())["auto-accept"]).toEqual({ v: 1, data: [key] });
    set.wire.emit("session.deleted", { sessionID: "ses_1", info: wireSession("ses_1") });
    await pass(100);
    expect((await stored())["auto-accept"]).toEqual({ v: 1, data: [] });
  });
});
