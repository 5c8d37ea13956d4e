import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { resetBrowser } from "../../support/fake-browser";
import { setUpHub } from "../../support/hub";
import { json } from "../../support/simulated-server";
import { pass, useSimulatedTime } from "../../support/surroundings";

vi.mock("wxt/browser", async () => (await import("../../support/fake-browser")).mockedBrowser());
beforeEach(() => {
  useSimulatedTime();
  resetBrowser();
});
afterEach(() => vi.useRealTimers());

const LATE = { fault: { kind: "already-answered" } };
const base = { sessionID: "ses_1", patterns: ["ls"], always: [] };
const question = { header: "Harbour", question: "Which?", options: [{ label: "Brest", description: "" }] };

/** With a permission and a question, of which the server says that nothing waits there. */
async function setUp() {
  const set = setUpHub();
  const { key } = await set.openSession();
  set.wire.emit("permission.asked", { ...base, id: "per_1", permission: "bash" });
  set.wire.emit("question.asked", { id: "que_1", sessionID: "ses_1", questions: [question] });
  await pass();
  set.wire.intercept((method, path) =>
    method === "POST" && /^\/(permission|question)\//.test(path) ? json({ message: "not found" }, 404) : undefined,
  );
  const waiting = () => Object.values(set.state.servers).flatMap(({ requests }) => Object.keys(requests));
  return { ...set, key, waiting, told: () => set.state.notices.map(({ text }) => text) };
}

describe("an answer that comes too late", () => {
  it("does not count as given, and the user is told; nothing waits any more", async () => {
    const { hub, key, waiting, told } = await setUp();
    await expect(hub.calls.replyPermission(key, "per_1", "reject")).rejects.toMatchObject(LATE);
    expect(waiting()).toEqual(["que_1"]);
    expect(told()).toEqual([expect.stringMatching(/^“Title of ses_1”: “Reject” came too late\./)]);
    // That it is late again is not told of what nobody saw waiting.
    await hub.calls.dismissNotice(`too-late:${key}`);
    await expect(hub.calls.replyPermission(key, "per_1", "once")).rejects.toMatchObject(LATE);
    expect(told()).toEqual([]);
  });

  it("and has words of the user's leaves them to whoever they were written in", async () => {
    const { hub, key, waiting, told } = await setUp();
    await expect(hub.calls.replyPermission(key, "per_1", "reject", "Use the attic")).rejects.toMatchObject(LATE);
    await expect(hub.calls.answerQuestion(key, "que_1", [["Brest"]])).rejects.toMatchObject(LATE);
    expect([waiting(), told()]).toEqual([[], []]);
  });

  it("without the user is nobody's business", async () => {
    const { hub, key, waiting, told } = await setUp();
    await hub.calls.setAutoAccept(key, true);
    await pass();
    expect([waiting(), told()]).toEqual([["que_1"], []]);
  });

  it("with a stop is what was wanted", async () => {
    const { hub, key, waiting, told } = await setUp();
    await hub.calls.stop(key);
    expect([waiting(), told()]).toEqual([[], []]);
  });
});
