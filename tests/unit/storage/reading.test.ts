import { createRoot } from "solid-js";
import { beforeEach, expect, it, vi } from "vitest";
import { createReading } from "../../../components/app/reading";
import { storedReading } from "../../../lib/storage/reading";
import { resetBrowser, storeRaw } from "../../support/fake-browser";

vi.mock("wxt/browser", async () => (await import("../../support/fake-browser")).mockedBrowser());
beforeEach(() => resetBrowser());

it("how conversations are read is the same in all panels, at once", async () => {
  await createRoot(async (dispose) => {
    const [one, other] = [createReading(), createReading()];
    expect(other.choices()).toEqual({ reasoning: "folded", shell: false, edits: false });
    const chosen = { reasoning: "hidden", shell: true, edits: false } as const;
    await one.choose(chosen);
    await vi.waitFor(() => expect(other.choices()).toEqual(chosen));
    dispose();
  });
  expect((await storedReading.load()).value.reasoning).toBe("hidden");
});

it("a choice that is none of those that can be made is the usual one, and the others stay", async () => {
  await storeRaw({ reading: { v: 1, data: { reasoning: "upside down", shell: true } } });
  expect(await storedReading.load()).toEqual({ value: { reasoning: "folded", shell: true, edits: false } });
});
