import { beforeEach, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { contextInbox } from "../../../lib/storage/context-inbox";
import { resetBrowser } from "../../support/fake-browser";

vi.mock("wxt/browser", async () => (await import("../../support/fake-browser")).mockedBrowser());
beforeEach(() => resetBrowser());

const item = (id: string) => ({
  id,
  kind: "page" as const,
  title: "T",
  url: "https://example.org/",
  text: "",
  createdAt: 1,
});

it("keeps what is for one window apart from another's, until it is taken", async () => {
  await contextInbox.put(1, item("a"));
  await contextInbox.put(1, item("b"));
  await contextInbox.put(2, item("c"));
  expect(await contextInbox.pending(1)).toEqual([item("a"), item("b")]);
  await contextInbox.taken(1, ["a", "never there"]);
  expect(await contextInbox.pending(1)).toEqual([item("b")]);
  await contextInbox.taken(1, ["b"]);
  expect(await contextInbox.pending(2)).toEqual([item("c")]);
  expect(await fakeBrowser.storage.session.get(null)).toEqual({ "inbox:2": [item("c")] });
});

it("loses nothing of two that come at once", async () => {
  await Promise.all([contextInbox.put(1, item("a")), contextInbox.put(1, item("b"))]);
  expect((await contextInbox.pending(1)).map(({ id }) => id).sort()).toEqual(["a", "b"]);
});

it("leaves out what is none", async () => {
  await fakeBrowser.storage.session.set({ "inbox:1": [item("a"), { id: 7 }, "x"], "inbox:2": "garbage" });
  expect(await contextInbox.pending(1)).toEqual([item("a")]);
  expect(await contextInbox.pending(2)).toEqual([]);
});
