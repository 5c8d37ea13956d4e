import * as v from "valibot";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { readRows, readWhole } from "../../../lib/storage/schema";
import { defineStored, StorageFullError, StorageUnavailableError } from "../../../lib/storage/stored";
import { limitStorage, resetBrowser, stored, storeRaw } from "../../support/fake-browser";

vi.mock("wxt/browser", async () => (await import("../../support/fake-browser")).mockedBrowser());
beforeEach(() => resetBrowser());

const names = defineStored<string[]>({
  key: "names",
  version: 3,
  migrations: {
    // 1 was one string with commas, 2 a list of objects.
    2: (data) =>
      v
        .parse(v.string(), data)
        .split(",")
        .map((name) => ({ name })),
    3: (data) => v.parse(v.array(v.object({ name: v.string() })), data).map(({ name }) => name),
  },
  read: readRows(v.string()),
  empty: () => [],
  precious: true,
});

const cache = defineStored<{ size: number }>({
  key: "cache",
  version: 1,
  migrations: {},
  read: readWhole(v.object({ size: v.number() })),
  empty: () => ({ size: 0 }),
  precious: false,
});

describe("a stored value", () => {
  it("comes back as it was saved", async () => {
    expect(await names.load()).toEqual({ value: [] });
    await names.save(["Ada", "Grace"]);
    expect(await names.load()).toEqual({ value: ["Ada", "Grace"] });
    expect(await stored()).toEqual({ names: { v: 3, data: ["Ada", "Grace"] } });
    await names.remove();
    expect(await stored()).toEqual({});
  });

  it.each([
    { v: 1, data: "Ada,Grace" },
    { v: 2, data: [{ name: "Ada" }, { name: "Grace" }] },
  ])("of version $v is brought up to date, one version after the other", async (raw) => {
    await storeRaw({ names: raw });
    expect(await names.load()).toEqual({ value: ["Ada", "Grace"] });
    expect(await stored()).toEqual({ names: raw });
  });

  it("of a newer version is set aside whole", async () => {
    const raw = { v: 4, data: { somebody: "Ada" } };
    await storeRaw({ names: raw });
    expect(await names.load()).toEqual({ value: [], problem: "newer" });
    await names.save(["Linus"]);
    expect(await stored()).toEqual({ names: { v: 3, data: ["Linus"] }, "aside:names": raw });
  });

  it("keeps its good rows when others are bad, and the original aside", async () => {
    const raw = { v: 3, data: ["Ada", 7, null, "Grace"] };
    await storeRaw({ names: raw });
    expect(await names.load()).toEqual({ value: ["Ada", "Grace"], problem: "repaired" });
    expect(await stored()).toEqual({ names: { v: 3, data: ["Ada", "Grace"] }, "aside:names": raw });
  });

  it.each([{ v: 3, data: ["Ada", 7] }, { v: 4, data: [] }, "garbage"])("is a problem once (%j)", async (raw) => {
    await storeRaw({ names: raw });
    expect((await names.load()).problem).toBeDefined();
    expect((await names.load()).problem).toBeUndefined();
    expect((await stored())["aside:names"]).toEqual(raw);
  });

  it.each([
    ["no envelope", "Ada"],
    ["a list", ["Ada"]],
    ["no version", { data: ["Ada"] }],
    ["a version that is no number", { v: "3", data: ["Ada"] }],
    ["a version of half a step", { v: 2.5, data: ["Ada"] }],
    ["no data", { v: 3 }],
    ["data of another kind", { v: 3, data: { name: "Ada" } }],
    ["an old version that is not what that version was", { v: 1, data: 42 }],
  ])("that is garbage (%s) is set aside and counts as nothing", async (_, raw) => {
    await storeRaw({ names: raw });
    expect(await names.load()).toEqual({ value: [], problem: "unreadable" });
    expect((await stored())["aside:names"]).toEqual(raw);
  });

  it("that the browser does not hand over counts as nothing, and is neither written over nor removed", async () => {
    const quiet = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const { browser } = await import("wxt/browser");
    await names.save(["Ada"]);
    vi.spyOn(browser.storage.local, "get").mockRejectedValueOnce(new Error("IO error"));
    expect(await names.load()).toEqual({ value: [], problem: "unavailable" });
    await expect(names.save(["Grace"])).rejects.toThrow(StorageUnavailableError);
    await expect(names.remove()).rejects.toThrow(StorageUnavailableError);
    expect(await names.load()).toEqual({ value: ["Ada"] });
    await names.save(["Ada", "Grace"]);
    expect(await names.load()).toEqual({ value: ["Ada", "Grace"] });
    quiet.mockRestore();
  });

  it("that can be fetched again is written over, also when it was not handed over", async () => {
    const quiet = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const { browser } = await import("wxt/browser");
    vi.spyOn(browser.storage.local, "get").mockRejectedValueOnce(new Error("IO error"));
    expect(await cache.load()).toEqual({ value: { size: 0 }, problem: "unavailable" });
    await cache.save({ size: 2 });
    expect(await cache.load()).toEqual({ value: { size: 2 } });
    quiet.mockRestore();
  });

  it("that can be fetched again is not set aside", async () => {
    await storeRaw({ cache: "garbage" });
    expect(await cache.load()).toEqual({ value: { size: 0 }, problem: "unreadable" });
    expect(await stored()).toEqual({ cache: "garbage" });
  });
});

describe("with storage full", () => {
  it("saving says that it is full, and nothing else", async () => {
    await names.save(["Ada"]);
    await limitStorage(3);
    await expect(names.save(["Ada", "Grace"])).rejects.toThrow(StorageFullError);
    expect(await names.load()).toEqual({ value: ["Ada"] });
  });

  it("other failures of storage are told apart", async () => {
    const { browser } = await import("wxt/browser");
    vi.spyOn(browser.storage.local, "set").mockRejectedValueOnce(new Error("IO error"));
    const failure = await names.save(["Ada"]).catch((error: unknown) => error);
    expect(failure).not.toBeInstanceOf(StorageFullError);
    expect(String(failure)).toContain("IO error");
  });

  it("transcripts make room for what nobody else has", async () => {
    await storeRaw({ "transcript:s/1": "y".repeat(600), transcripts: [], "draft:new": "mine" });
    await limitStorage(10);
    await names.save(["Ada".repeat(50)]);
    expect(Object.keys(await stored()).sort()).toEqual(["draft:new", "names"]);
  });

  it("nothing makes room for a copy", async () => {
    await storeRaw({ "transcript:s/1": "y".repeat(600) });
    await limitStorage(10);
    await expect(cache.save({ size: 1 })).rejects.toThrow(StorageFullError);
    expect(Object.keys(await stored())).toEqual(["transcript:s/1"]);
  });

  it("transcripts make room for an original that is set aside", async () => {
    const raw = { v: 9, data: "x".repeat(500) };
    await storeRaw({ names: raw, "transcript:s/1": "y".repeat(600), "draft:new": "mine" });
    await limitStorage(10);
    expect(await names.load()).toEqual({ value: [], problem: "newer" });
    expect(await stored()).toEqual({ names: { v: 3, data: [] }, "draft:new": "mine", "aside:names": raw });
  });

  it("an original that cannot be set aside stays where it is, and loading goes on", async () => {
    const quiet = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const raw = { v: 3, data: ["Ada", 7] };
    await storeRaw({ names: raw });
    await limitStorage(10);
    expect(await names.load()).toEqual({ value: ["Ada"], problem: "repaired" });
    expect(await stored()).toEqual({ names: raw });
    expect(quiet).toHaveBeenCalledOnce();
    quiet.mockRestore();
  });
});
