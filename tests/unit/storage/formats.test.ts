import { readFile } from "node:fs/promises";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { SessionKey } from "../../../lib/model";
import { storedCards, storedOutbox } from "../../../lib/storage/cards";
import { storedDraft } from "../../../lib/storage/drafts";
import { storedIndex } from "../../../lib/storage/index-of-sessions";
import { storedProfiles } from "../../../lib/storage/profiles";
import { loadTranscript } from "../../../lib/storage/transcripts";
import { storedView } from "../../../lib/storage/view";
import { resetBrowser, stored, storeRaw } from "../../support/fake-browser";

vi.mock("wxt/browser", async () => (await import("../../support/fake-browser")).mockedBrowser());
beforeEach(() => resetBrowser());

/** Everything the first version keeps, in its formats. Never changed: every later version has to read it. */
type Fixture = Record<string, { v: number; data: unknown }>;
let fixture: Fixture;
let key: SessionKey;
beforeAll(async () => {
  fixture = JSON.parse(await readFile(new URL("../../fixtures/storage-v1.json", import.meta.url), "utf8")) as Fixture;
  const [card] = dataOf<{ key: SessionKey }[]>("cards");
  if (!card) throw new Error("the fixture has no card");
  key = card.key;
});

function dataOf<T>(name: string): T {
  return structuredClone(fixture[name]?.data) as T;
}

/** How each is loaded now. */
const PRECIOUS = {
  profiles: () => storedProfiles.load(),
  cards: () => storedCards.load(),
  outbox: () => storedOutbox.load(),
  "draft:new": () => storedDraft("new").load(),
};
const CACHES = {
  view: () => storedView.load(),
  "index:local": () => storedIndex("local").load(),
};

describe("storage of the first version", () => {
  it.each(Object.entries({ ...PRECIOUS, "index:local": CACHES["index:local"] }))(
    "%s is read whole",
    async (name, load) => {
      await storeRaw(fixture);
      expect(await load()).toEqual({ value: dataOf(name) });
      expect(Object.keys(await stored()).filter((one) => one.startsWith("aside:"))).toEqual([]);
    },
  );

  it("the view is read, without the distances from the end that were its places", async () => {
    await storeRaw(fixture);
    const { screen, key: open } = dataOf<{ screen: string; key: string }>("view");
    expect(await storedView.load()).toEqual({ value: { screen, key: open, places: {} } });
  });

  it("drafts and transcripts of a session are read whole", async () => {
    await storeRaw(fixture);
    expect(await storedDraft(key).load()).toEqual({ value: dataOf(`draft:${key}`) });
    expect(await loadTranscript(key)).toEqual(dataOf(`transcript:${key}`));
  });

  it("has every kind of part", () => {
    const { messages } = dataOf<{ messages: { parts: { type: string }[] }[] }>(`transcript:${key}`);
    const kinds = new Set(messages.flatMap(({ parts }) => parts.map(({ type }) => type)));
    expect([...kinds].sort()).toEqual(
      [
        "agent",
        "compaction",
        "file",
        "patch",
        "reasoning",
        "retry",
        "step",
        "subtask",
        "text",
        "tool",
        "unknown",
      ].sort(),
    );
  });
});

const GARBAGE: [string, unknown][] = [
  ["a text", "garbage"],
  ["a number", 7],
  ["an empty object", {}],
  ["a list", [1, 2]],
  ["null inside", { v: 1, data: null }],
  ["a text inside", { v: 1, data: "garbage" }],
  ["a number inside", { v: 1, data: 7 }],
];

describe.each(GARBAGE)("garbage (%s)", (_, raw) => {
  it.each(Object.entries(PRECIOUS))("in place of %s counts as nothing and is set aside", async (name, load) => {
    await storeRaw({ [name]: raw });
    expect((await load()).problem).toBe("unreadable");
    expect((await stored())[`aside:${name}`]).toEqual(raw);
  });

  it.each(Object.entries(CACHES))("in place of %s counts as nothing", async (name, load) => {
    await storeRaw({ [name]: raw });
    expect((await load()).problem).toBe("unreadable");
    expect(Object.keys(await stored())).toEqual([name]);
  });

  it("in place of a transcript counts as none", async () => {
    await storeRaw({ [`transcript:${key}`]: raw });
    expect(await loadTranscript(key)).toBeUndefined();
  });
});

/** Every value inside `data`, one after the other, replaced by something of another type. */
function* damaged(data: unknown, path: string[] = []): Generator<{ path: string[]; data: unknown }> {
  if (typeof data === "object" && data !== null) {
    for (const [name, value] of Object.entries(data)) {
      for (const inner of damaged(value, [...path, name])) {
        const copy = structuredClone(data) as Record<string, unknown>;
        copy[name] = inner.data;
        yield { path: inner.path, data: copy };
      }
    }
  }
  for (const wrong of [null, 7, "wrong", [], {}, true]) {
    if (typeof wrong !== typeof data || wrong === null) yield { path, data: wrong };
  }
}

describe("one wrong value anywhere", () => {
  it.each(["profiles", "cards", "outbox"] as const)("in %s costs its row at most", async (name) => {
    const rows = dataOf<unknown[]>(name);
    let looked = 0;
    for (const [at, row] of rows.entries()) {
      for (const damage of damaged(row)) {
        resetBrowser();
        const data = rows.with(at, damage.data);
        await storeRaw({ [name]: { v: 1, data } });
        const { value, problem } = await PRECIOUS[name]();
        const others = rows.filter((_, other) => other !== at);
        // Either the row is gone and its original is kept, or what was changed does not matter.
        if (problem) {
          expect(value, damage.path.join(".")).toEqual(others);
          expect((await stored())[`aside:${name}`]).toEqual({ v: 1, data });
        } else expect(value.length, damage.path.join(".")).toBe(rows.length);
        looked++;
      }
    }
    expect(looked).toBeGreaterThan(40);
  });

  it("in a draft never costs the text", async () => {
    const draft = { ...dataOf<object>("draft:new"), text: "What the user wrote" };
    for (const damage of damaged(draft)) {
      if (damage.path.length === 0 || damage.path[0] === "text") continue;
      resetBrowser();
      await storeRaw({ "draft:new": { v: 1, data: damage.data } });
      const { value } = await storedDraft("new").load();
      expect(value.text, damage.path.join(".")).toBe("What the user wrote");
    }
  });

  it("in the index or the view never throws", async () => {
    for (const [name, load] of Object.entries(CACHES)) {
      for (const damage of damaged(dataOf(name))) {
        resetBrowser();
        await storeRaw({ [name]: { v: 1, data: damage.data } });
        await expect(load(), damage.path.join(".")).resolves.toBeDefined();
      }
    }
  });

  it("in a transcript costs its message at most", async () => {
    const transcript = dataOf<{ messages: unknown[] }>(`transcript:${key}`);
    const messages = transcript.messages.slice(0, 3);
    for (const damage of damaged(messages)) {
      if (damage.path.length === 0) continue;
      resetBrowser();
      await storeRaw({ [`transcript:${key}`]: { v: 1, data: { messages: damage.data } } });
      const loaded = await loadTranscript(key);
      expect(loaded?.messages.length, damage.path.join(".")).toBeGreaterThanOrEqual(messages.length - 1);
    }
  });
});
