import { describe, expect, test } from "vitest";
import { ANSWER, chipLabels, chips, editor, focused, ITEM, select } from "../page-beside";
import { beside } from "./scene";

const { stage, web } = beside;

describe.runIf(process.platform === "linux")("a selection", () => {
  test("works by its key, and what is typed next lands in the composer", async () => {
    await select(beside.page);
    await beside.chromium.display?.key("alt+shift+k");
    const panel = await beside.panelThatOpens();
    await chips(panel).first().waitFor();
    await expect.poll(() => focused(panel)).toBe("Message");
    await beside.chromium.display?.type("Why twice?");
    await expect.poll(() => panel.message.inputValue()).toBe("Why twice?");
    await chipLabels(panel).click();
    expect(await editor(panel).getByRole("textbox").inputValue()).toBe(web.quote);
  });

  test("says nothing when nothing is selected, and opens the panel all the same", async () => {
    await beside.chromium.display?.key("alt+shift+k");
    const panel = await beside.panelThatOpens();
    await panel.connected();
    expect(await chips(panel).count()).toBe(0);
  });

  test("leaves the settings for the composer", async () => {
    const panel = await beside.openPanel();
    await panel.connected();
    await panel.button("Settings").click();
    await panel.message.waitFor({ state: "detached" });
    await beside.chromium.contextMenu(beside.page, await select(beside.page), ITEM);
    await chips(panel).first().waitFor();
    await expect.poll(() => focused(panel)).toBe("Message");
  });

  test("survives the background's death before the prompt is sent", async () => {
    await beside.chromium.contextMenu(beside.page, await select(beside.page), ITEM);
    const panel = await beside.panelThatOpens();
    await chips(panel).first().waitFor();
    await panel.reconnected(() => beside.chromium.killWorker());
    expect(await chips(panel).count()).toBe(1);
    await panel.ask("Still there?");
    await panel.answers.getByText(ANSWER).waitFor();
    expect(stage.model.requests.at(-1)?.prompt).toContain(web.quote);
    await expect.poll(() => chips(panel).count()).toBe(0);
  });

  test("waits for its panel through the background's death", async () => {
    // The click has been taken and no panel has come for it: what the background leaves behind when it dies just then.
    await beside.wakeWorker();
    await beside.chromium.evaluateInWorker(`(async () => {
      const { id } = await chrome.windows.getLastFocused();
      const item = { id: "left-behind", kind: "selection", title: "Tides", url: "https://example.org/", text: "Ebb", createdAt: 1 };
      await chrome.storage.session.set({ ["inbox:" + id]: [item] });
    })()`);
    await beside.chromium.killWorker();
    const panel = await beside.openPanel();
    await chips(panel).getByRole("button", { name: "Remove “Ebb”" }).waitFor();
    const kept = () => beside.chromium.evaluateInWorker("chrome.storage.session.getKeys()") as Promise<string[]>;
    await expect.poll(async () => (await kept()).filter((key) => key.startsWith("inbox:"))).toEqual([]);
    expect(await chips(panel).count()).toBe(1);
  });

  test("wakes a background that is not running", async () => {
    const point = await select(beside.page);
    await beside.chromium.killWorker();
    await beside.chromium.contextMenu(beside.page, point, ITEM);
    const panel = await beside.panelThatOpens();
    await chips(panel).first().waitFor();
    await panel.connected();
  });

  test("is taken up in the window where the click was, once; the draft of a new session is one in all windows", async () => {
    const other = await beside.chromium.openWindow(web.url);
    const [here, there] = [await beside.openPanel(), await beside.openPanel(other)];
    await here.connected();
    await there.connected();
    await other.bringToFront();
    await beside.chromium.contextMenu(other, await select(other), ITEM);
    await chips(there).first().waitFor();
    await expect.poll(() => focused(there)).toBe("Message");
    await chips(here).first().waitFor();
    expect([await chips(here).count(), await chips(there).count()]).toEqual([1, 1]);
    await beside.chromium.closePanel(there.page);
    await other.close();
  });
});

describe.runIf(process.platform === "linux")("the panel", () => {
  test("opens and closes by its key", async () => {
    await beside.chromium.display?.key("alt+shift+o");
    const panel = await beside.panelThatOpens();
    await panel.connected();
    await beside.page.bringToFront();
    await Promise.all([panel.page.waitForEvent("close"), beside.chromium.display?.key("alt+shift+o")]);
  });
});
