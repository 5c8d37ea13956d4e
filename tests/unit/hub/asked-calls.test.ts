import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { snapshotFor } from "../../../lib/bridge/panel-view";
import { askedInFull, callOf, requestsOf } from "../../../lib/model";
import { resetBrowser } from "../../support/fake-browser";
import { setUpHub } from "../../support/hub";
import { wireSession } from "../../support/simulated-server";
import { pass, useSimulatedTime } from "../../support/surroundings";

vi.mock("wxt/browser", async () => (await import("../../support/fake-browser")).mockedBrowser());
beforeEach(() => {
  useSimulatedTime();
  resetBrowser();
});
afterEach(() => vi.useRealTimers());

/** What a tool of an MCP server is asked for with: nothing of what it gets. */
const asked = {
  id: "per_1",
  sessionID: "ses_4",
  permission: "harbour_board_post",
  patterns: ["*"],
  always: ["*"],
  metadata: {},
  tool: { messageID: "msg_1", callID: "call_1" },
};
const message = (input: object) => ({
  info: { id: "msg_1", sessionID: "ses_4", role: "assistant", time: { created: 1 } },
  parts: [
    {
      id: "prt_1",
      sessionID: "ses_4",
      messageID: "msg_1",
      type: "tool",
      callID: "call_1",
      tool: "harbour_board_post",
      state: { status: "running", input, time: { start: 1 } },
    },
  ],
});

/** Three levels of subagents below a session that a panel shows. */
async function setUp() {
  const set = setUpHub();
  const { server, key } = await set.openSession();
  for (const depth of [2, 3, 4]) {
    const child = wireSession(`ses_${depth}`, { parentID: `ses_${depth - 1}` });
    set.wire.sessions.set(child.id, child);
    set.wire.emit("session.created", { info: child });
  }
  await pass();
  const ask = () => {
    set.wire.open.permissions.push(asked);
    set.wire.emit("permission.asked", asked);
  };
  /** What the panel that shows the first session reads of the request. */
  const shown = () => {
    const held = snapshotFor(set.state, key).servers[server];
    const [request] = held ? requestsOf(held, "ses_1") : [];
    return held && request?.type === "permission" ? askedInFull(request, callOf(held, request)) : undefined;
  };
  const fetches = () => set.wire.requests.filter(({ path }) => path === "/session/ses_4/message/msg_1").length;
  return { ...set, ask, shown, fetches };
}

test("a request of a subagent's subagent tells in the first session what its call was given", async () => {
  const set = await setUp();
  set.wire.messages.set("ses_4", [message({ title: "High water", at: "noon" })]);
  set.ask();
  await pass();
  expect(set.shown()).toBe('{\n  "title": "High water",\n  "at": "noon"\n}');
  // All that waits is fetched again after a gap, and is known to be the same.
  set.wire.cut();
  await pass(10_000);
  expect(set.shown()).toContain("High water");
  expect(set.fetches()).toBe(1);
});

test("one whose call is not stored yet is looked for again, and not without end", async () => {
  const set = await setUp();
  set.wire.messages.set("ses_4", [message({})]);
  set.ask();
  await pass();
  expect(set.shown()).toBe("");
  set.wire.messages.set("ses_4", [message({ title: "Low water" })]);
  await pass(1_000);
  expect(set.shown()).toContain("Low water");

  const other = await setUp();
  other.ask();
  await pass(20_000);
  expect([other.shown(), other.fetches()]).toEqual(["", 3]);
});
