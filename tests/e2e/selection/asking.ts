import { describe, expect, test } from "vitest";
import { hold, text } from "../../../tools/model/steps";
import { ANSWER, chipLabels, chips, editor, focused, ITEM, middleOf, select } from "../page-beside";
import { type PanelDriver, panelOf } from "../panel";
import { beside } from "./scene";

const { stage, web } = beside;

/** For a page "View page source" stands between the extension's item and "Inspect". */
const ITEM_OF_PAGE = ["End", "Up", "Up", "Return"];

describe.runIf(process.platform === "linux")("asking about a selection", () => {
  test("leads from a right click to the streamed answer", async () => {
    const before = stage.model.requests.length;
    await beside.chromium.contextMenu(beside.page, await select(beside.page), ITEM);
    const panel = await beside.panelThatOpens();

    // A chip in the composer, which has the focus; nothing is sent.
    await chips(panel).first().waitFor();
    expect(await chips(panel).count()).toBe(1);
    await expect.poll(() => focused(panel)).toBe("Message");
    await panel.connected();
    expect(stage.model.requests.length).toBe(before);
    expect(await beside.chromium.axe(panel.page)).toEqual([]);

    // It opens to exactly what will be sent.
    await chipLabels(panel).click();
    const shown = editor(panel);
    await shown.getByText(`Title: ${web.title}`).waitFor();
    expect(await shown.textContent()).toContain(`URL: ${web.url}`);
    expect(await shown.getByRole("textbox").inputValue()).toBe(web.quote);
    expect(await beside.chromium.axe(panel.page)).toEqual([]);
    const preview = await previewOf(panel);

    const pause = hold();
    stage.model.setScript(() => [text("Because the sea is "), pause.step, text("pulled twice.")]);
    await panel.ask("Why twice?");
    await pause.reached;
    await panel.answers.getByText("Because the sea is").waitFor();
    expect(await panel.stop.isVisible()).toBe(true);
    pause.release();
    await panel.answers.getByText(ANSWER).waitFor();

    // The model got what the chip showed, fenced and labelled, and then the user's words.
    expect(stage.model.requests.length).toBe(before + 1);
    const prompt = stage.model.requests.at(-1)?.prompt ?? "";
    expect(prompt).toContain(preview);
    expect(preview).toMatch(/^<page-content id="\w+" kind="selection" trust="untrusted">\n/);
    expect(preview).toContain(`\nURL: ${web.url}\n`);
    expect(preview).toContain(`\n\n${web.quote}\n</page-content`);
    expect(prompt.indexOf("Why twice?")).toBeGreaterThan(prompt.indexOf("</page-content"));

    // In the conversation the context is a chip that opens, not a wall of text.
    const own = panel.page.getByRole("article", { name: "You" });
    await own.getByText("Why twice?").waitFor();
    expect(await own.textContent()).not.toContain("untrusted");
    expect(await own.textContent()).toContain("High water comes");
    await expect.poll(() => chips(panel).count()).toBe(0);
    expect(await panel.message.inputValue()).toBe("");

    // The card remembers its page.
    await panel.button("All sessions").click();
    const card = panel.cards.getByRole("article").first();
    await card.getByTitle(web.url).waitFor();
    expect(await card.getByTitle(web.url).getAttribute("title")).toBe(`${web.title}\n${web.url}`);
  });

  test("sends what the user has made of the text", async () => {
    await beside.chromium.contextMenu(beside.page, await select(beside.page), ITEM);
    const panel = await beside.panelThatOpens();
    await panel.connected();
    await chipLabels(panel).click();
    await editor(panel).getByRole("textbox").fill("Spring tides only.");
    await panel.ask("When?");
    await panel.answers.getByText(ANSWER).waitFor();
    const prompt = stage.model.requests.at(-1)?.prompt ?? "";
    expect(prompt).toContain("\n\nSpring tides only.\n</page-content");
    expect(prompt).not.toContain("High water");
  });

  test("sends nothing of a chip that was removed", async () => {
    await beside.chromium.contextMenu(beside.page, await select(beside.page), ITEM);
    const panel = await beside.panelThatOpens();
    await panel.connected();
    await chips(panel)
      .getByRole("button", { name: /^Remove/ })
      .click();
    expect(await chips(panel).count()).toBe(0);
    expect(await focused(panel)).toBe("Message");
    await panel.ask("What is a tide?");
    await panel.answers.getByText(ANSWER).waitFor();
    expect(stage.model.requests.at(-1)?.prompt).not.toContain("page-content");
  });

  test("goes to the draft of the session that is open", async () => {
    const panel = await beside.openPanel();
    await panel.connected();
    await panel.ask("First question");
    await panel.answers.getByText(ANSWER).waitFor();
    const title = await panel.page.getByRole("article").first().getAttribute("data-session-id");
    await panel.message.fill("About this:");
    await beside.chromium.contextMenu(beside.page, await select(beside.page), ITEM);
    await chips(panel).first().waitFor();
    expect(await panel.message.inputValue()).toBe("About this:");
    await panel.send.click();
    await expect.poll(() => panel.answers.count()).toBe(2);
    await expect.poll(() => stage.model.requests.at(-1)?.prompt).toContain(web.quote);
    expect(await panel.page.getByRole("article").first().getAttribute("data-session-id")).toBe(title);
    expect(await stage.storedTexts(title ?? "")).toHaveLength(4);
  });

  test("goes to the panel beside the page, and not to a full tab of the window", async () => {
    const panel = await beside.openPanel();
    await panel.connected();
    const opened = beside.chromium.context.waitForEvent("page");
    await panel.page.keyboard.press("Control+Shift+Y");
    const tab = panelOf(await opened);
    await tab.connected();
    await tab.button("Settings").click();
    await beside.page.bringToFront();
    await beside.chromium.contextMenu(beside.page, await select(beside.page), ITEM);
    await chips(panel).first().waitFor();
    // It would have left its settings for it.
    expect(await tab.page.getByRole("heading", { name: "Settings" }).isVisible()).toBe(true);
    await tab.page.close();
  });
});

describe.runIf(process.platform === "linux")("adding from a page", () => {
  test.each([
    {
      what: "the page",
      at: "#blank",
      label: "Tide tables, explained",
      path: "/tides?station=brest",
      kind: "page",
      keys: ITEM_OF_PAGE,
    },
    { what: "a link", at: "#link", label: "The harmonics of a tide", path: "/harmonics", kind: "link", keys: ITEM },
    { what: "an image", at: "#image", label: "A tidal curve", path: "/curve.svg", kind: "image", keys: ITEM },
  ])("makes $what a chip with its name and address", async ({ at, label, path, kind, keys }) => {
    await beside.chromium.contextMenu(beside.page, await middleOf(beside.page, at), keys);
    const panel = await beside.panelThatOpens();
    await panel.connected();
    await chips(panel)
      .getByRole("button", { name: `Remove ${label}` })
      .waitFor();
    await panel.ask("And this?");
    await panel.answers.getByText(ANSWER).waitFor();
    const prompt = stage.model.requests.at(-1)?.prompt ?? "";
    expect(prompt).toContain(`kind="${kind}" trust="untrusted"`);
    expect(prompt).toContain(`\nURL: ${new URL(path, web.url).href}\n`);
  });
});

/** The fence as the opened chip shows it, put together as a reader reads it. */
async function previewOf(panel: PanelDriver): Promise<string> {
  const [before, after] = await editor(panel).locator("pre").allTextContents();
  return `${before}\n\n${await editor(panel).getByRole("textbox").inputValue()}\n${after}`;
}
