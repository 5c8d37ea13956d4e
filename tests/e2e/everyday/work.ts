import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { text, tool } from "../../../tools/model/steps";
import { answer, nexus, sidebar, stage } from "./scene";

afterEach(() => stage.model.setScript(answer));

const button = (name: string) => ({ role: "button", name });
const dialog = (name: string) => ({ role: "dialog", name });

test("a file that was read is looked at, and a comment on what was changed goes along", async () => {
  const steps = [
    [tool("read", { filePath: "README.md" })],
    [tool("edit", { filePath: "src/main.ts", oldString: "height(3)", newString: "height(6)" })],
    [text("Changed it.")],
  ];
  stage.model.setScript(() => steps.shift() ?? answer());
  await sidebar.ask("Change it");
  await sidebar.real.appears(button("1 file changed"));
  await sidebar.real.click({ css: `article[aria-label="Assistant"] button[aria-expanded="false"]` });
  await sidebar.press("README.md");
  await sidebar.real.appears(dialog("README.md"));
  await sidebar.says("Predicts high and low water");
  expect(await nexus.violations(sidebar)).toEqual([]);
  await sidebar.real.press("Escape");
  await sidebar.real.disappears(dialog("README.md"));

  await sidebar.press("1 file changed");
  await sidebar.real.click({ css: `[aria-label="Files changed by this turn"] button` });
  await sidebar.real.click({ css: `[role=dialog] button[aria-label="Comment on line 3"]` });
  await sidebar.real.type("Use a constant here.");
  await sidebar.press("Add to message");
  expect(await nexus.violations(sidebar)).toEqual([]);
  await sidebar.press("Write it");
  await sidebar.ask("See my comment");
  await sidebar.says("I heard you.");
  expect(stage.model.requests.at(-1)?.prompt).toContain(
    "Line: 3\nCode: console.log(height(6).toFixed(2));\n\nUse a constant here.",
  );
  await sidebar.done();
});

test("a session is exported as a file of the browser's", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "nexus-downloads-"));
  try {
    await nexus.firefox.evaluateInBrowser(`(Services.prefs.setIntPref("browser.download.folderList", 2),
      Services.prefs.setStringPref("browser.download.dir", ${JSON.stringify(folder)}))`);
    await sidebar.press("Card actions");
    await sidebar.real.click({ role: "menuitem", name: "Export…" });
    await sidebar.press("Markdown");
    await expect
      .poll(() => readFile(path.join(folder, "Change-it.md"), "utf8").catch(() => ""))
      .toContain("See my comment");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  await sidebar.home();
});
