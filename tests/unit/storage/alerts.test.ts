import { beforeEach, describe, expect, it, vi } from "vitest";
import { alertChoices } from "../../../lib/storage/alerts";
import { resetBrowser, stored, storeRaw } from "../../support/fake-browser";

vi.mock("wxt/browser", async () => (await import("../../support/fake-browser")).mockedBrowser());
beforeEach(() => resetBrowser());

/** As the first version stored them: it answered from notifications unless the user had said no. */
const FIRST = { asked: true, permission: true, question: false, finished: false, failed: true, answer: true };
const first = (data: unknown) => storeRaw({ alerts: { v: 1, data } });

describe("what the user wants to be told, as the first version stored it", () => {
  it("is kept, but nothing is answered unseen", async () => {
    await first(FIRST);
    expect(await alertChoices.load()).toEqual({ ...FIRST, answer: false });
    // Also of those who had never been asked for it.
    const { answer: _, ...earliest } = FIRST;
    await first(earliest);
    expect(await alertChoices.load()).toEqual({ ...FIRST, answer: false });
  });

  it("is answered again once the user says so, and stays that way", async () => {
    await first(FIRST);
    await alertChoices.save({ ...(await alertChoices.load()), answer: true });
    expect(await stored()).toEqual({ alerts: { v: 2, data: { ...FIRST, answer: true } } });
    expect(await alertChoices.load()).toEqual({ ...FIRST, answer: true });
  });

  it("costs what is damaged its own choice at most", async () => {
    await first({ ...FIRST, question: "no", finished: null, answer: 1 });
    expect(await alertChoices.load()).toEqual({ ...FIRST, question: true, finished: true, answer: false });
  });

  it("is set aside where nothing of it can be read, and nothing is answered unseen", async () => {
    await first({ ...FIRST, asked: "yes" });
    expect(await alertChoices.load()).toMatchObject({ asked: false, answer: false });
    expect((await stored())["aside:alerts"]).toEqual({ v: 1, data: { ...FIRST, asked: "yes" } });
  });

  it("of a second version without a readable choice answers nothing", async () => {
    for (const answer of [undefined, "yes", 1, null]) {
      await storeRaw({ alerts: { v: 2, data: { ...FIRST, answer } } });
      expect(await alertChoices.load()).toEqual({ ...FIRST, answer: false });
    }
  });
});
