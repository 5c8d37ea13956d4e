// @vitest-environment jsdom
import { beforeEach, expect, it, vi } from "vitest";
import { createDrafts } from "../../../components/app/drafts";
import { createReply } from "../../../components/requests/create-reply";
import type { StorageReport } from "../../../lib/bridge/calls/panel";
import { limitStorage, resetBrowser, stored, storeRaw } from "../../support/fake-browser";

vi.mock("wxt/browser", async () => (await import("../../support/fake-browser")).mockedBrowser());
beforeEach(() => resetBrowser());

function setUp() {
  const reports: StorageReport[] = [];
  return { reports, drafts: createDrafts((report) => reports.push(report)) };
}

const ITEM = { id: "1", kind: "selection", url: "https://example.org/", title: "A page", text: "Words", at: 1 };

it.each([
  ["garbage", "unreadable"],
  [{ v: 99, data: { text: "From the future" } }, "newer"],
  [{ v: 1, data: { text: "Hello", context: [{ ...ITEM, kind: 7 }] } }, "repaired"],
])("a draft that is not as expected (%j) is told of, once", async (raw, report) => {
  await storeRaw({ "draft:new": raw });
  const { drafts, reports } = setUp();
  await drafts.load("new");
  await drafts.load("new");
  expect(reports).toEqual([report]);
  expect((await stored())["aside:draft:new"]).toEqual(raw);
});

it("a draft that is as it was left is no news", async () => {
  const first = setUp();
  first.drafts.change("s/1", { text: "Hello" });
  await first.drafts.stored();
  const { drafts, reports } = setUp();
  await drafts.load("s/1");
  await drafts.load("new");
  expect(drafts.get("s/1").text).toBe("Hello");
  expect(reports).toEqual([]);
});

it("a draft that the browser does not hand over is told of, and not written over", async () => {
  const quiet = vi.spyOn(console, "warn").mockImplementation(() => undefined);
  const { browser } = await import("wxt/browser");
  const raw = { v: 1, data: { text: "Precious", context: [] } };
  await storeRaw({ "draft:new": raw });
  const { drafts, reports } = setUp();
  vi.spyOn(browser.storage.local, "get").mockRejectedValueOnce(new Error("IO error"));
  await drafts.load("new");
  drafts.change("new", { text: "Written meanwhile" });
  drafts.change("new", { text: "" });
  await drafts.stored();
  expect(reports).toEqual(["unavailable"]);
  expect(await stored()).toEqual({ "draft:new": raw });
  quiet.mockRestore();
});

it("a choice can be taken back", async () => {
  const { drafts } = setUp();
  await drafts.load("new");
  drafts.change("new", { text: "Hello", agent: "plan", model: { providerId: "a", modelId: "one" } });
  drafts.change("new", { agent: undefined, model: undefined });
  await drafts.stored();
  expect(await stored()).toEqual({ "draft:new": { v: 1, data: { text: "Hello", context: [] } } });
  expect(drafts.get("new")).toEqual({ text: "Hello", context: [] });
});

it("full storage and failing storage are told apart", async () => {
  const { browser } = await import("wxt/browser");
  const { drafts, reports } = setUp();
  await drafts.load("new");
  vi.spyOn(browser.storage.local, "set").mockRejectedValueOnce(new Error("IO error"));
  drafts.change("new", { text: "Hello" });
  await drafts.stored();
  await limitStorage(0);
  drafts.change("new", { text: "Hello, and more" });
  await drafts.stored();
  expect(reports).toEqual(["failed", "full"]);
});

it("what is meant to be replied to requests survives the panel, and goes when it was sent", async () => {
  const first = setUp();
  const sheet = { at: 0, answers: [{ chosen: ["Brest"], own: "Mine", ownChosen: false }] };
  createReply(first.drafts, "s/1", "que_1").change({ sheet });
  createReply(first.drafts, "s/1", "per_1").change({ reason: "Not that" });
  await first.drafts.stored();
  const { drafts, reports } = setUp();
  await drafts.load("s/1");
  const [question, permission] = [createReply(drafts, "s/1", "que_1"), createReply(drafts, "s/1", "per_1")];
  expect([question.held(), permission.held()]).toEqual([{ sheet }, { reason: "Not that" }]);
  question.drop();
  expect([question.held(), permission.held()]).toEqual([{}, { reason: "Not that" }]);
  permission.drop();
  await drafts.stored();
  expect([await stored(), reports]).toEqual([{}, []]);
});

it("replies that cannot be read cost themselves", async () => {
  await storeRaw({
    "draft:s/1": {
      v: 1,
      data: { text: "Hello", context: [], replies: { que_1: { sheet: 7 }, per_1: { reason: "No" } } },
    },
  });
  const { drafts, reports } = setUp();
  await drafts.load("s/1");
  expect(drafts.get("s/1")).toEqual({ text: "Hello", context: [], replies: { per_1: { reason: "No" } } });
  expect(reports).toEqual([]);
});

it("what another page makes of a draft is taken over, unless something newer was written here", async () => {
  const [panel, tab] = [setUp().drafts, setUp().drafts];
  await Promise.all([panel.load("s/1"), tab.load("s/1")]);
  panel.change("s/1", { text: "Is it done?" });
  await vi.waitFor(() => expect(tab.get("s/1").text).toBe("Is it done?"));
  tab.clear("s/1");
  await vi.waitFor(() => expect(panel.get("s/1").text).toBe(""));
  panel.change("s/1", { text: "And now?" });
  tab.change("s/1", { text: "And" });
  tab.change("s/1", { text: "And then?" });
  await Promise.all([panel.stored(), tab.stored()]);
  const last = ((await stored())["draft:s/1"] as { data: { text: string } }).data.text;
  await vi.waitFor(() => expect([panel.get("s/1").text, tab.get("s/1").text]).toEqual([last, last]));
});

it("what two pages change of one draft in the same moment is kept of both", async () => {
  const [panel, tab] = [setUp().drafts, setUp().drafts];
  await Promise.all([panel.load("s/1"), tab.load("s/1")]);
  panel.change("s/1", { text: "half a thought" });
  tab.change("s/1", { rewordings: { msg_1: { words: "Two, and" } } });
  await Promise.all([panel.stored(), tab.stored()]);
  const both = { text: "half a thought", context: [], rewordings: { msg_1: { words: "Two, and" } } };
  expect((await stored())["draft:s/1"]).toEqual({ v: 1, data: both });
  await vi.waitFor(() => expect([panel.get("s/1"), tab.get("s/1")]).toEqual([both, both]));
});

it("what is written before the stored draft was read leaves the rest of that in place", async () => {
  await storeRaw({ "draft:s/1": { v: 1, data: { text: "", context: [], agent: "plan" } } });
  const { drafts } = setUp();
  drafts.change("s/1", { text: "Hello" });
  await drafts.stored();
  expect(drafts.get("s/1")).toEqual({ text: "Hello", context: [], agent: "plan" });
});
