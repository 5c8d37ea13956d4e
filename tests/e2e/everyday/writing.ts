import { expect, test } from "vitest";
import { nexus, sidebar, stage } from "./scene";

const DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
const value = (wanted: string) =>
  sidebar.real.waitFor(`document.querySelector("textarea").value === ${JSON.stringify(wanted)}`);
const option = (name: string) => sidebar.real.appears({ css: `[role=option][aria-selected=true][title="${name}"]` });

test("commands, files and the shell are written by keys, and called back by them", async () => {
  await sidebar.real.fill({ role: "textbox", name: "Message" }, "/ti");
  await option("Tells the tide");
  expect(await nexus.violations(sidebar)).toEqual([]);
  await sidebar.real.press("Tab");
  await value("/tide ");
  await sidebar.real.type("of @src/tid");
  await option("@src/tides.ts");
  await sidebar.real.press("Enter");
  await value("/tide of @src/tides.ts ");
  await sidebar.real.appears({ role: "button", name: "Remove src/tides.ts" });
  await sidebar.real.press("Enter");
  await sidebar.says("I heard you.");
  expect(stage.model.requests.at(-1)?.prompt).toContain("Say the tide at of @src/tides.ts");
  expect(stage.model.requests.at(-1)?.prompt).toContain("return 2.1 * Math.cos");
  await sidebar.done();
  await value("");

  await sidebar.real.type("!echo ebb");
  await value("echo ebb");
  await sidebar.says("Esc to leave");
  await sidebar.real.press("Enter");
  await sidebar.real.appears({ role: "article", name: "Assistant" });
  await sidebar.says("Ran");
  await value("");
  await sidebar.real.press("ArrowUp");
  await value("echo ebb");
  await sidebar.says("Esc to leave");
  await sidebar.real.press("ArrowUp");
  await value("/tide of @src/tides.ts ");
  await sidebar.real.press("Escape");
  await value("");
});

test("a picture that is dropped reaches the model as it is, and a large one is scaled down", async () => {
  await sidebar.real.evaluate(`(async () => {
    const canvas = new OffscreenCanvas(3000, 30);
    canvas.getContext("2d").fillRect(0, 0, 30, 30);
    const bytes = Uint8Array.from(atob("${DOT}"), (char) => char.charCodeAt(0));
    const data = new DataTransfer();
    data.items.add(new File([bytes], "dot.png", { type: "image/png" }));
    data.items.add(new File([await canvas.convertToBlob()], "wide.png", { type: "image/png" }));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  })()`);
  await sidebar.real.appears({ role: "button", name: "Remove wide.png" });
  await sidebar.says(", scaled");
  expect(await nexus.violations(sidebar)).toEqual([]);
  await sidebar.press("Send");
  await sidebar.real.appears({ role: "button", name: "Enlarge dot.png" });
  const heard = () => JSON.stringify(stage.model.requests.at(-1)?.body.messages).match(/data:image\/png;base64,[^"]+/g);
  await expect.poll(() => heard()?.length).toBe(2);
  expect(heard()?.[0]).toBe(`data:image/png;base64,${DOT}`);
  await sidebar.done();
  await sidebar.home();
});

test("a PDF opens in a tab, in the browser's own reader", async () => {
  await sidebar.real.evaluate(`(() => {
    const data = new DataTransfer();
    data.items.add(new File(["%PDF-1.4\\nTides."], "paper.pdf", { type: "application/pdf" }));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  })()`);
  await sidebar.real.appears({ role: "button", name: "Remove paper.pdf" });
  await sidebar.real.evaluate(`document.querySelector('button[title="Open paper.pdf in a tab"]').click()`);
  const shownBy = () => nexus.firefox.evaluateInBrowser("gBrowser.selectedBrowser.contentPrincipal.spec");
  await expect.poll(shownBy).toMatch(/^resource:\/\/pdf\.js\//);
  await nexus.firefox.evaluateInBrowser("gBrowser.removeCurrentTab()");
  await sidebar.press("Remove paper.pdf");
});

test("the panel opens as a full tab at its session, and that tab is shown again", async () => {
  const own = async () =>
    (await nexus.firefox.browser.pages()).filter((page) => page.url().includes("/sidepanel.html"));
  await sidebar.ask("Where are you?");
  const id = await sidebar.sessionId();
  await sidebar.done();
  await sidebar.real.press("Control+Shift+Y");
  await expect.poll(async () => (await own())[0]?.url()).toContain(`/${id}`);
  const [tab] = await own();
  // Sessions beside the one that is open.
  await tab?.waitForSelector(`aside[aria-label="Sessions"] [data-session-id="${id}"][data-open]`);
  await tab?.waitForSelector(`main > [data-session-id="${id}"] [role=log]`);
  await sidebar.real.press("Control+Shift+Y");
  await sidebar.home();
  await sidebar.press("New session");
  await sidebar.real.press("Control+Shift+Y");
  await expect.poll(() => tab?.url()).toMatch(/#\/new$/);
  expect(await own()).toHaveLength(1);
  await tab?.close();
  await sidebar.home();
});
