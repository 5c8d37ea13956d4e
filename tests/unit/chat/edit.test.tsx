// @vitest-environment jsdom
import { createTwoFilesPatch } from "diff";
import { expect, onTestFinished, test, vi } from "vitest";
import { rendererOf } from "../../../components/tools/registry";
import { toolCall } from "../../support/tool-call";
import { detailsOf, named } from "./details";
import { recordedCalls } from "./recorded-calls";

const summaryOf = (...call: Parameters<typeof toolCall>) => {
  const part = toolCall(...call);
  return rendererOf(part.tool).summary(part, { phase: "completed", directory: "/home/me/shop", mcpServers: () => [] });
};
const patch = (name: string, before: string, after: string) =>
  createTwoFilesPatch(`/home/me/shop/${name}`, `/home/me/shop/${name}`, before, after);
const rows = (host: HTMLElement) => [...host.querySelectorAll("[data-kind]")].map((row) => row.textContent);

/** As `apply_patch` hands it over: a diff a file, with an empty line behind each. */
const PATCHED = {
  diff: `${patch("src/a.ts", "one\ntwo\n", "one\n2\n")}\n${patch("b.md", "", "new\n")}\n`,
  files: [
    { filePath: "/home/me/shop/src/a.ts", type: "update", additions: 1, deletions: 1 },
    { filePath: "/home/me/shop/b.md", type: "add", additions: 1, deletions: 0 },
  ],
};
const PATCH_TEXT = "*** Begin Patch\n*** Update File: src/a.ts\n@@\n-two\n+2\n*** Add File: b.md\n+new\n*** End Patch";

test("An edit that is being written or made shows what will be written", () => {
  const part = toolCall("edit", { status: "running", input: { filePath: "a.ts", newString: "const a = 1;" } });
  expect(named(detailsOf(part), "What is written")).toBe("const a = 1;");
  expect(detailsOf(toolCall("edit", { status: "pending" })).textContent).toBe("");
});

test("A completed edit shows its lines with the numbers and signs of both sides", () => {
  const metadata = { diff: patch("a.ts", "one\ntwo\n", "one\n2\n") };
  const host = detailsOf(toolCall("edit", { status: "completed", input: { filePath: "a.ts" }, metadata }));
  expect(rows(host)).toEqual(["11 one", "2−two", "2+2"]);
  expect(host.querySelector("figcaption")).toBeNull();
});

test("A patch of several files has a section for each, with its path and counts", () => {
  const part = toolCall("apply_patch", { status: "completed", input: { patchText: PATCH_TEXT }, metadata: PATCHED });
  const heads = [...detailsOf(part).querySelectorAll("figcaption")];
  expect(heads.map((head) => head.textContent)).toEqual(["src/a.ts+1−1", "b.mdNew+1"]);
  expect(summaryOf("apply_patch", part.state)).toMatchObject({
    subject: "2 files",
    changes: { additions: 2, deletions: 1 },
  });
});

test("A patch names its files before it is made", () => {
  expect(summaryOf("apply_patch", { status: "running", input: { patchText: PATCH_TEXT } }).subject).toBe("2 files");
  const one = { status: "running", input: { patchText: "*** Begin Patch\n*** Delete File: src/old.ts\n" } } as const;
  expect(summaryOf("apply_patch", one)).toMatchObject({ subject: "old.ts", path: "src/old.ts" });
});

test("A failed edit shows what was to be written and why it was not", () => {
  const error = "Could not find oldString in the file.";
  const host = detailsOf(toolCall("edit", { status: "error", error, input: { newString: "x" } }));
  expect([named(host, "What is written"), named(host, "Error")]).toEqual(["x", error]);
});

test("A diff that was cut off is shown as it is", () => {
  const diff = "--- a\n+++ a\n@@ -1,9 +1,9 @@\n-cut";
  expect(named(detailsOf(toolCall("edit", { status: "completed", metadata: { diff } })), "Changes")).toBe(diff);
});

test("A huge diff is folded, and makes its lines when they are seen", () => {
  vi.stubGlobal(
    "IntersectionObserver",
    class {
      observe() {}
      unobserve() {}
    },
  );
  const edit = (lines: number) => {
    const side = (sign: string) => `${sign} line\n`.repeat(lines / 2);
    const hunk = `@@ -1,${lines / 2} +1,${lines / 2} @@`;
    const diff = `--- a.ts\n+++ a.ts\n${hunk}\n${side("-")}${side("+")}`;
    return toolCall("edit", { status: "completed", metadata: { diff } });
  };
  const host = detailsOf(edit(5000));
  const more = host.querySelector<HTMLButtonElement>("button[aria-expanded]");
  expect(more?.textContent).toBe("Show all (5,000 lines)");
  more?.click();
  expect(rows(host)).toHaveLength(0);
  expect(rows(detailsOf(edit(400), { revealed: true }))).toHaveLength(400);
  vi.unstubAllGlobals();
});

test("An edit that is not made shows what would take the place of what, without the numbers of lines", () => {
  const input = { filePath: "a.ts", oldString: "one\ntwo\n", newString: "one\n2\n" };
  const host = detailsOf(toolCall("edit", { status: "error", error: "Not found", input }));
  expect(rows(host)).toEqual(["−one", "−two", "+one", "+2"]);
  expect([...host.querySelectorAll("[data-looks=loose]")]).toHaveLength(1);
});

/** What a language server says, as the server hands it over: lines from 0. */
const found = (line: number, message: string, severity: number) => ({
  range: { start: { line, character: 2 }, end: { line, character: 5 } },
  message,
  severity,
});

test("What language servers found after a write is told: its errors, and folded what matters less", async () => {
  const completed = (await recordedCalls("tool-edit", "write"))[0]?.completed;
  if (completed?.state.status !== "completed") throw new Error("It is recorded as completed");
  const path = String(completed.state.metadata.filepath);
  const diagnostics = {
    [path]: [found(9, "Unused", 2), found(4, "Not a number", 1), found(0, "Too long", 4)],
    "/elsewhere/old.ts": [found(1, "Broken before", 1)],
  };
  const part = { ...completed, state: { ...completed.state, metadata: { ...completed.state.metadata, diagnostics } } };
  expect(summaryOf("write", part.state).alarm).toBe("1 error");
  const host = detailsOf(part);
  // Clicks are heard of at the document.
  document.body.append(host);
  onTestFinished(() => host.remove());
  expect(named(host, "Errors")).toMatch(/NOTES\.md5 Not a number$/);
  expect(named(host, "Other problems")).toBeUndefined();
  const fold = [...host.querySelectorAll("button")].find(({ textContent }) => textContent?.includes("warning"));
  expect(fold?.textContent).toBe("1 warning, 1 error in other files");
  fold?.click();
  expect(named(host, "Other problems")).toMatch(/10 Unused.*old\.ts2 Broken before$/);
});

test("An edit after which nothing was found says nothing of it", () => {
  for (const diagnostics of [{}, { "/home/me/shop/a.ts": [] }, { "/home/me/shop/a.ts": [found(1, "A hint", 4)] }, 7]) {
    const metadata = { diff: patch("a.ts", "one\n", "2\n"), diagnostics };
    const part = toolCall("edit", { status: "completed", input: { filePath: "a.ts" }, metadata });
    expect(summaryOf("edit", part.state).alarm ?? "").toBe("");
    expect(detailsOf(part).textContent).not.toMatch(/error|warning/);
  }
});

test("A patch says which of its files are new, gone, or were elsewhere, and on its line what was done to them all", () => {
  const at = (name: string) => `/home/me/shop/${name}`;
  const files = [
    { filePath: at("new.ts"), type: "add", additions: 1, deletions: 0 },
    { filePath: at("gone.ts"), type: "delete", additions: 0, deletions: 1 },
    { filePath: at("old.ts"), movePath: at("lib/old.ts"), type: "move", additions: 1, deletions: 1 },
  ];
  const diff = [patch("new.ts", "", "a\n"), patch("gone.ts", "a\n", ""), patch("old.ts", "a\n", "b\n")].join("\n");
  const whole = toolCall("apply_patch", { status: "completed", metadata: { diff, files } });
  const heads = [...detailsOf(whole).querySelectorAll("figcaption")].map((head) => head.textContent);
  expect(heads).toEqual(["new.tsNew+1", "gone.tsDeleted−1", "old.tsMoved to lib/old.ts+1−1"]);
  expect(summaryOf("apply_patch", whole.state).verb.done).toBe("Edited");
  const verbs = files.map(
    (file) => summaryOf("apply_patch", { status: "completed", metadata: { files: [file] } }).verb.done,
  );
  expect(verbs).toEqual(["Added", "Deleted", "Moved"]);
  const patchText = "*** Begin Patch\n*** Delete File: gone.ts\n*** End Patch";
  expect(summaryOf("apply_patch", { status: "running", input: { patchText } }).verb.doing).toBe("Deleting");
});
