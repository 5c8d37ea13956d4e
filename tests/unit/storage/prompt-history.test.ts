import { beforeEach, expect, it, vi } from "vitest";
import { promptHistory } from "../../../lib/storage/prompt-history";
import { resetBrowser, storeRaw } from "../../support/fake-browser";

vi.mock("wxt/browser", async () => (await import("../../support/fake-browser")).mockedBrowser());
beforeEach(() => resetBrowser());

it("keeps the last hundred prompts, oldest first, each once", async () => {
  await Promise.all(Array.from({ length: 105 }, (_, index) => promptHistory.add({ text: `Prompt ${index}` })));
  await promptHistory.add({ text: "Prompt 50" });
  await promptHistory.add({ text: "Prompt 50", shell: true });
  const texts = (await promptHistory.load()).map(({ text, shell }) => (shell ? `! ${text}` : text));
  expect(texts).toHaveLength(100);
  expect(texts.slice(0, 2)).toEqual(["Prompt 6", "Prompt 7"]);
  expect(texts.slice(-2)).toEqual(["Prompt 50", "! Prompt 50"]);
});

it("keeps neither nothing nor what is too long to be written again", async () => {
  await promptHistory.add({ text: " \n" });
  await promptHistory.add({ text: "a".repeat(10_001) });
  expect(await promptHistory.load()).toEqual([]);
});

it("reads what it can", async () => {
  await storeRaw({
    "prompt-history": { v: 1, data: [{ text: "Hello" }, { text: 7 }, "what", { text: "ls", shell: true }] },
  });
  expect(await promptHistory.load()).toEqual([{ text: "Hello" }, { text: "ls", shell: true }]);
});

it("keeps what went along with the newest prompts, as far as there is room", async () => {
  const page = (text: string) => ({
    id: text.slice(0, 1),
    kind: "page" as const,
    title: "",
    url: "",
    text,
    createdAt: 1,
  });
  const file = (id: string, size: number) => ({ id, name: `${id}.pdf`, mime: "application/pdf", size });
  await promptHistory.add({
    text: "Oldest",
    context: [page("a".repeat(300_000))],
    attachments: [file("a", 40_000_000)],
  });
  await promptHistory.add({ text: "Small", context: [page("b")], attachments: [file("b", 5)] });
  await promptHistory.add({
    text: "Newest",
    context: [page("c".repeat(300_000))],
    attachments: [file("c", 20_000_000)],
  });
  const held = await promptHistory.load();
  expect(held.map(({ context, attachments }) => [context?.length, attachments?.[0]?.id])).toEqual([
    [undefined, undefined],
    [1, "b"],
    [1, "c"],
  ]);
});

it("keeps a prompt without words by what went along", async () => {
  await promptHistory.add({ text: "", attachments: [{ id: "f", name: "a.pdf", mime: "application/pdf", size: 1 }] });
  expect(await promptHistory.load()).toHaveLength(1);
});
