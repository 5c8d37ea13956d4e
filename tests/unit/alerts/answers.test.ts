import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { subjectOf } from "../../../lib/alerts/alert";
import { answerAlert } from "../../../lib/alerts/answers";
import { FaultError } from "../../../lib/model";
import { resetBrowser } from "../../support/fake-browser";
import { pass, useSimulatedTime } from "../../support/surroundings";
import { settled, setUp } from "./set-up";

vi.mock("wxt/browser", async () => (await import("../../support/fake-browser")).mockedBrowser());
beforeEach(() => {
  useSimulatedTime();
  resetBrowser();
});
afterEach(() => vi.useRealTimers());

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

  it("says that it came too late, for as long as nobody has looked", async () => {
    const set = setUp();
    const { server } = await set.withSessions("ses_1");
    set.ask("ses_1");
    await settled();
    const [id = ""] = set.shown.keys();
    const replyPermission = async () => {
      set.replied("ses_1");
      throw new FaultError({ kind: "already-answered" });
    };
    await answerAlert({ hub: { ...set.hub, calls: { replyPermission } }, notifier: set.notifier }, id, "once");
    await settled();
    expect([...set.shown.values()].map(({ message }) => message)).toEqual([
      "Not answered: This waits no more. It was answered elsewhere, or its agent has stopped.",
    ]);
    expect(set.subjects().map(set.alerts.leadsTo)).toEqual([{ key: `${server}/ses_1` }]);
    set.hub.addPanel({ watching: `${server}/ses_1` });
    set.alerts.look();
    await settled();
    expect(set.kinds()).toEqual([]);
  });

  it("says so soon, also where the background comes back for it, which lets its server be when nothing waits", async () => {
    const first = setUp();
    const { leave } = await first.withSessions("ses_1");
    first.ask("ses_1");
    await settled();
    leave();
    first.die();
    first.wire.open.permissions = [];
    const second = setUp(first.wire, first.shown);
    const [id = ""] = second.shown.keys();
    void answerAlert(second, id, "once");
    await pass(4_000);
    expect(second.kinds()).toEqual(["late"]);
    expect(first.wire.requests.filter(({ path }) => path.endsWith("/reply"))).toEqual([]);
  });
});
