import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { resetBrowser } from "../../support/fake-browser";
import { setUpHub } from "../../support/hub";
import type { StoredMessage } from "../../support/simulated-server";
import { pass, useSimulatedTime } from "../../support/surroundings";

vi.mock("wxt/browser", async () => (await import("../../support/fake-browser")).mockedBrowser());
beforeEach(() => {
  useSimulatedTime();
  resetBrowser();
});
afterEach(() => vi.useRealTimers());

const said = (number: number, text: string): StoredMessage => ({
  info: { id: `msg_${number}`, sessionID: "ses_1", role: "user", time: { created: number } },
  parts: [{ id: `prt_${number}`, sessionID: "ses_1", messageID: `msg_${number}`, type: "text", text }],
});
const PAGES: Record<string, { messages: StoredMessage[]; next?: string }> = {
  "": { messages: [said(5, "Spring tide"), said(6, "Thanks")], next: "4" },
  "4": { messages: [said(3, "Neap TIDE, then tide"), said(4, "No")], next: "2" },
  "2": { messages: [said(1, "Tides"), said(2, "Yes")] },
};

/** A session whose messages come in pages. */
async function openPaged() {
  const set = setUpHub();
  const { key } = await set.openSession();
  set.wire.intercept((_, path) => {
    if (path !== "/session/ses_1/message") return undefined;
    const { messages, next } = PAGES[set.wire.requests.at(-1)?.query.get("before") ?? ""] ?? { messages: [] };
    return Response.json(messages, next === undefined ? {} : { headers: { "x-next-cursor": next } });
  });
  await set.hub.calls.openSession(key);
  const held = () => Object.values(set.state.servers)[0]?.transcripts.ses_1?.messageIds;
  const find = async (cursor?: string) => {
    const asked = cursor === undefined ? [] : [cursor];
    const { hits, ...rest } = await set.hub.calls.findInSession(key, "tide", ...asked);
    return { hits: hits.map(({ messageId, count }) => [messageId, count]), ...rest };
  };
  return { set, key, held, find };
}

describe("a search in a session", () => {
  it("looks through what is held, then through a page a call, and keeps none of them", async () => {
    const { held, find } = await openPaged();
    expect(await find()).toEqual({ hits: [["msg_5", 1]], searched: 2, olderCursor: "4" });
    expect(await find("4")).toEqual({ hits: [["msg_3", 2]], searched: 2, olderCursor: "2" });
    expect(await find("2")).toEqual({ hits: [["msg_1", 1]], searched: 2 });
    expect(held()).toEqual(["msg_5", "msg_6"]);
  });

  it("gives an order by which what is found stands before what is held", async () => {
    const { set, key } = await openPaged();
    const orders = [];
    for (const cursor of [["2"], ["4"], []]) {
      const { hits } = await set.hub.calls.findInSession(key, "tide", ...cursor);
      orders.push(...hits.map(({ order }) => order));
    }
    expect(orders).toEqual([...orders].sort());
  });

  it("finds what is held without a connection, and says so when it cannot look further", async () => {
    const { set, find } = await openPaged();
    set.wire.intercept(() => "unreachable");
    set.wire.cut();
    await pass(1_000);
    expect((await find()).hits).toEqual([["msg_5", 1]]);
    await expect(find("4")).rejects.toMatchObject({ fault: { kind: "unreachable" } });
  });
});
