import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { subjectOf } from "../../../lib/alerts/alert";
import { answerAlert } from "../../../lib/alerts/answers";
import { resetBrowser } from "../../support/fake-browser";
import { useSimulatedTime } from "../../support/surroundings";
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
});
