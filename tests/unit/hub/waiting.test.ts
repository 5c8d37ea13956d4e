import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { changesWaiting, countWaiting } from "../../../lib/hub/waiting";
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

const asked = (sessionID: string) => ({
  id: `per_${sessionID}`,
  sessionID,
  permission: "bash",
  patterns: [],
  always: [],
});

/** What the badge would say after each event, as the background's entry point asks for it. */
function watchBadge(set: ReturnType<typeof setUpHub>): number[] {
  const shown: number[] = [];
  const show = () => {
    if (set.hub.isRecalling()) return;
    const count = countWaiting(set.state);
    if (count !== shown.at(-1)) shown.push(count);
  };
  set.hub.listen((event) => {
    if (changesWaiting(event)) show();
  });
  void set.hub.ready.then(show);
  return shown;
}

describe("how many sessions wait", () => {
  it("follows answers, deletions and servers that go", async () => {
    const set = setUpHub();
    for (const id of ["ses_1", "ses_2", "ses_3"]) set.wire.sessions.set(id, wireSession(id));
    const shown = watchBadge(set);
    const { server } = await set.connect();
    for (const id of ["ses_1", "ses_2", "ses_3"]) set.wire.emit("permission.asked", asked(id));
    await pass(100);
    set.wire.emit("permission.replied", { sessionID: "ses_1", requestID: "per_ses_1", reply: "once" });
    await pass();
    set.wire.emit("session.deleted", { sessionID: "ses_2", info: wireSession("ses_2") });
    await pass();
    await set.hub.calls.removeServer(server);
    expect(shown).toEqual([0, 1, 2, 3, 2, 1, 0]);
  });

  it("is what it was when the background comes back, until the server was asked; which it is without a panel", async () => {
    const first = setUpHub();
    const { leave } = await first.openSession();
    first.wire.emit("permission.asked", asked("ses_1"));
    await pass(100);
    leave();
    first.die();
    await pass();

    first.wire.open.permissions.push(asked("ses_1"));
    const second = setUpHub(first.wire);
    const shown = watchBadge(second);
    await second.hub.ready;
    expect([shown, second.hub.isRecalling()]).toEqual([[], true]);
    await passUntil(() => !second.hub.isRecalling());
    expect(shown).toEqual([1]);
    expect(second.active.at(-1)).toBe(true);
  });

  it("is asked for at no server where nothing ran or waited", async () => {
    const first = setUpHub();
    const { leave } = await first.openSession();
    first.wire.emit("permission.asked", asked("ses_1"));
    await pass(100);
    first.wire.emit("permission.replied", { sessionID: "ses_1", requestID: "per_ses_1", reply: "once" });
    await pass(100);
    leave();
    first.die();
    const before = first.wire.requests.length;

    const second = setUpHub(first.wire);
    await second.hub.ready;
    await pass(5_000);
    expect(second.hub.isRecalling()).toBe(false);
    expect(second.wire.requests.length).toBe(before);
  });
});
