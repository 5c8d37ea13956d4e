import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { sweepAttachments, withFiles } from "../../../lib/hub/attachments";
import { attachmentUrl, type OutboxEntry, type Prompt } from "../../../lib/model";
import { attachmentFiles } from "../../../lib/storage/attachments";
import { storedDraft } from "../../../lib/storage/drafts";
import { promptHistory } from "../../../lib/storage/prompt-history";
import { resetBrowser } from "../../support/fake-browser";

vi.mock("wxt/browser", async () => (await import("../../support/fake-browser")).mockedBrowser());
beforeEach(() => {
  resetBrowser();
  globalThis.indexedDB = new IDBFactory();
});

const DAY = 24 * 60 * 60 * 1000;
const NOW = 100 * DAY;
const bytes = Uint8Array.from([1, 2, 3]);
const put = (id: string, storedAt = 0) => attachmentFiles.put(id, { bytes, storedAt });
const prompt = (id: string): Prompt => ({
  messageId: "msg_1",
  parts: [
    { id: "prt_1", type: "text", text: "Look" },
    { id: "prt_2", type: "file", mime: "image/png", filename: "a.png", url: attachmentUrl(id) },
    { id: "prt_3", type: "file", mime: "text/plain", filename: "b.txt", url: "file:///work/b.txt" },
  ],
});

describe("the bytes of an attachment", () => {
  it("stand in the prompt that is handed over", async () => {
    await put("one");
    const { parts } = await withFiles(prompt("one"));
    expect(parts).toEqual([
      prompt("one").parts[0],
      { id: "prt_2", type: "file", mime: "image/png", filename: "a.png", url: "data:image/png;base64,AQID" },
      prompt("one").parts[2],
    ]);
  });

  it("that are gone are told as such", async () => {
    await expect(withFiles(prompt("none"))).rejects.toMatchObject({ fault: { kind: "attachment-gone" } });
  });

  it("go a day after nothing refers to them any more", async () => {
    const entry: OutboxEntry = { key: "srv/ses", prompt: prompt("sent"), state: "not-sent", createdAt: 0 };
    const attachments = [{ id: "drafted", name: "a.png", mime: "image/png", size: 3 }];
    await storedDraft("new").save({ text: "", context: [], attachments });
    await promptHistory.add({
      text: "Look",
      attachments: [{ id: "past", name: "b.pdf", mime: "application/pdf", size: 3 }],
    });
    const ids = ["sent", "drafted", "past", "left"];
    await Promise.all([...ids.map((id) => put(id)), put("young", NOW - DAY + 1)]);
    await sweepAttachments([entry], NOW);
    expect(await attachmentFiles.ids()).toEqual(new Set(["sent", "drafted", "past", "young"]));
  });
});

describe("a draft", () => {
  const file = { id: "1", name: "a.png", mime: "image/png", size: 3, scaledFrom: { width: 9, height: 9 } };

  it("keeps what is attached", async () => {
    await storedDraft("new").save({ text: "", context: [], attachments: [file] });
    expect(await storedDraft("new").load()).toEqual({ value: { text: "", context: [], attachments: [file] } });
  });

  it("with something attached that is none loses only that, and tells", async () => {
    const attachments = [file, { id: 7 }] as unknown as [typeof file];
    await storedDraft("new").save({ text: "Hi", context: [], attachments });
    const { value, problem } = await storedDraft("new").load();
    expect(value).toEqual({ text: "Hi", context: [], attachments: [file] });
    expect(problem).toBe("repaired");
  });
});
