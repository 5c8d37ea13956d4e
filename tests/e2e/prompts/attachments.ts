import { createHash, randomBytes } from "node:crypto";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { text, usage } from "../../../tools/model/steps";
import { LOST_REQUEST, PASS } from "../../support/fault-proxy/fate";
import { atHome } from "../scene";
import { serveWebPage } from "../web-page";
import { nexus, open, panel, proxy, stage } from "./scene";

// The scripted model counts a picture's letters as words, and the server would make room for them.
const answer = () => [text("I see."), usage({ input: 10, output: 2 })];
beforeAll(() => stage.model.setScript(answer));

interface TestFile {
  name: string;
  type: string;
  base64: string;
}

const fileOf = (name: string, type: string, content: string | Buffer): TestFile => ({
  name,
  type,
  base64: Buffer.from(content).toString("base64"),
});
const DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
const PICTURE: TestFile = { name: "dot.png", type: "image/png", base64: DOT };
const NOTES = fileOf("notes.md", "text/markdown", "# Höhe\nHigh water at noon.");
const PAPER = fileOf("paper.pdf", "application/pdf", "%PDF-1.4\nTides.");

const chips = () => panel.page.getByRole("list", { name: "Attached context" });
const chip = (name: string) => panel.button(`Remove ${name}`);
const dialog = () => panel.page.getByRole("dialog");
const composer = () => panel.message.locator("..");

/** What somebody pastes or drops, as the browser hands it over. */
async function give(type: "paste" | "drop", files: TestFile[], words = ""): Promise<void> {
  await panel.message.evaluate(
    async (area, { type, files, words }) => {
      const data = new DataTransfer();
      if (words) {
        data.setData("text/plain", words);
        data.setData("text/html", `<td>${words}</td>`);
      }
      for (const { base64, name, type } of files) {
        const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
        data.items.add(new File([bytes], name, { type }));
      }
      const how = { bubbles: true, cancelable: true };
      if (type === "paste") area.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, ...how }));
      else document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, ...how }));
    },
    { type, files, words },
  );
}

/** A part of a message as OpenAI's protocol has it. */
type Heard = { text?: string; image_url?: { url: string }; file?: { file_data: string } };

/** What the model was sent last by the user, part for part. */
function heard(): Heard[] {
  const content = stage.model.requests.at(-1)?.body.messages.findLast(({ role }) => role === "user")?.content;
  return Array.isArray(content) ? (content as Heard[]) : [];
}

async function answered(count = 1): Promise<void> {
  await panel.answers
    .nth(count - 1)
    .getByText("I see.")
    .waitFor();
  await stage.finalTexts(await panel.sessionId());
  await panel.stop.waitFor({ state: "detached" });
}

/** Whether a tab opens on bytes of the panel's, which the browser takes for a PDF. */
async function opensPdf(open: () => Promise<void>): Promise<boolean> {
  const [tab] = await Promise.all([nexus.chromium.context.waitForEvent("page"), open()]);
  const isOurs = tab.url().startsWith("blob:chrome-extension://");
  const type = await tab.evaluate(() => document.contentType).catch(() => "none");
  await tab.close();
  return isOurs && type === "application/pdf";
}

beforeEach(() => atHome(panel));
afterEach(() => proxy.setRule(() => PASS));

test("files that are pasted, dropped and picked reach the model as they are, and come back to be sent again", async () => {
  await give("paste", [PICTURE], "Words of a table, and a picture of them");
  await give("paste", [PICTURE]);
  await chip("dot.png").waitFor();
  expect(await chips().getByRole("listitem").count()).toBe(1);
  await panel.page.locator("body").dispatchEvent("dragenter", {
    dataTransfer: await panel.page.evaluateHandle(() => {
      const data = new DataTransfer();
      data.items.add(new File(["x"], "x.txt"));
      return data;
    }),
  });
  await composer().and(panel.page.locator("[data-over]")).waitFor();
  await give("drop", [NOTES, PICTURE]);
  await chip("dot 2.png").waitFor();
  const chooser = panel.page.waitForEvent("filechooser");
  await panel.button("Attach files").click();
  const picked = await chooser;
  await picked.setFiles({ name: "tide.ts", mimeType: "video/mp2t", buffer: Buffer.from("export const tide = 2.1;") });
  await chip("tide.ts").waitFor();
  expect(await nexus.violations(panel)).toEqual([]);
  await chip("dot 2.png").focus();
  await panel.page.keyboard.press("Enter");
  await chips()
    .getByRole("button", { name: /^dot\.png/ })
    .click();
  await dialog().getByRole("img", { name: "dot.png" }).waitFor();
  await panel.page.keyboard.press("Escape");
  await dialog().waitFor({ state: "detached" });

  await panel.ask("What is this?");
  await answered();
  const words = ["What is this?", "# Höhe\nHigh water at noon.", "export const tide = 2.1;"];
  expect(heard().map((part) => part.text ?? part.image_url?.url)).toEqual(
    expect.arrayContaining([...words, `data:image/png;base64,${DOT}`]),
  );
  const question = panel.questions.first();
  await question.getByText("notes.md").click();
  await dialog().getByText("High water at noon.").waitFor();
  await panel.page.keyboard.press("Escape");
  await question.getByRole("button", { name: "Enlarge dot.png" }).click();
  await dialog().getByRole("img", { name: "dot.png" }).waitFor();
  expect(await nexus.violations(panel)).toEqual([]);
  await panel.page.keyboard.press("Escape");

  await question.getByRole("button", { name: "Message actions" }).click();
  await panel.page.getByRole("menuitem", { name: "Edit and resend" }).click();
  await chip("tide.ts").waitFor();
  await chip("tide.ts").click();
  await panel.send.click();
  await answered();
  expect(heard().flatMap((part) => part.image_url?.url ?? [])).toEqual([`data:image/png;base64,${DOT}`]);
  expect(JSON.stringify(heard())).not.toContain("tide = 2.1");

  await panel.message.press("ArrowUp");
  await chip("notes.md").waitFor();
  await expect.poll(() => chips().getByRole("listitem").count()).toBe(2);
  await panel.message.press("Escape");
  await chips().waitFor({ state: "detached" });
});

test("a large picture is scaled down to what the server leaves as it is, and the chip says so", async () => {
  await panel.message.evaluate(async (area) => {
    const canvas = new OffscreenCanvas(3_000, 1_000);
    const drawn = canvas.getContext("2d");
    drawn?.fillRect(0, 0, 1_500, 1_000);
    // So that it is too large to stand in the message.
    drawn?.putImageData(new ImageData(crypto.getRandomValues(new Uint8ClampedArray(60_000)), 150, 100), 9, 9);
    const data = new DataTransfer();
    data.items.add(new File([await canvas.convertToBlob()], "shot.png", { type: "image/png" }));
    area.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await chips()
    .getByText(/kB, scaled$/)
    .click();
  await dialog().getByText("scaled down from 3000 × 1000 pixels").waitFor();
  const shown = dialog().getByRole("img", { name: "shot.png" });
  await expect.poll(() => shown.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(2_000);
  const sent = await shown.evaluate(async (img: HTMLImageElement) => {
    const bytes = new Uint8Array(await (await fetch(img.src)).arrayBuffer());
    return [...bytes];
  });
  await panel.page.keyboard.press("Escape");
  // A picture needs no words.
  await panel.send.click();
  await answered();
  const digest = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
  const [url = ""] = heard().flatMap((part) => part.image_url?.url ?? []);
  expect(digest(Buffer.from(url.split(",")[1] ?? "", "base64"))).toBe(digest(Buffer.from(sent)));
  // Fetched from the server, which has it for the panel that comes next too.
  const returned = panel.questions.getByRole("button", { name: "Enlarge shot.png" }).locator("img");
  await expect.poll(() => returned.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(2_000);
});

test("what cannot be sent says why and what to do, and nothing is lost by it", async () => {
  await panel.ask("Hello");
  await answered();
  const refused = panel.page.getByRole("alert");
  await give("paste", [fileOf("tool.bin", "", randomBytes(400)), fileOf("none.txt", "text/plain", "")]);
  await refused.getByText("“tool.bin” is no picture, PDF or text. Put it into the project’s folder").waitFor();
  await refused.getByText("“none.txt” is empty.").waitFor();
  await give("drop", [fileOf("long.log", "text/plain", "tide\n".repeat(120_000))]);
  await refused.getByText("“long.log” is larger than 500 kB, the most for a text.").waitFor();
  await give("drop", [fileOf("bad.png", "image/png", Buffer.from(DOT, "base64").subarray(0, 40))]);
  await refused.getByText("“bad.png” cannot be read here.").waitFor();
  expect(await chips().count()).toBe(0);

  await give("paste", [PAPER]);
  expect(
    await opensPdf(() =>
      chips()
        .getByRole("button", { name: /^paper\.pdf/ })
        .click(),
    ),
  ).toBe(true);
  await panel.message.fill("What does it say?");
  await panel.page.getByText("Scripted does not read PDFs. Choose another model, or remove “paper.pdf”.").waitFor();
  expect(await nexus.violations(panel)).toEqual([]);
  await panel.message.press("Enter");
  expect(await panel.message.inputValue()).toBe("What does it say?");
  expect(await panel.send.getAttribute("aria-disabled")).toBe("true");
  await panel.page.getByRole("combobox", { name: "Model" }).click();
  await panel.page.getByRole("gridcell", { name: /^Scripted \(second\)/ }).click();
  await panel.page.getByText("does not read PDFs").waitFor({ state: "detached" });
  await panel.send.click();
  await answered(2);
  expect(heard().flatMap((part) => part.file?.file_data ?? [])).toEqual([
    `data:application/pdf;base64,${PAPER.base64}`,
  ]);
  expect(await opensPdf(() => panel.questions.getByRole("button", { name: /^paper\.pdf/ }).click())).toBe(true);
});

test("an open tab that the panel may see is named by its title, and its address goes along", async () => {
  const web = await serveWebPage();
  await nexus.chromium.openPage(web.url);
  await panel.message.pressSequentially("Read @expl");
  await panel.page.getByRole("option", { name: web.title }).click();
  expect(await panel.message.inputValue()).toBe(`Read “${web.title}” `);
  await chip(web.title).waitFor();
  await panel.send.click();
  await answered();
  expect(stage.model.requests.at(-1)?.prompt).toContain(`Title: ${web.title}\nURL: ${web.url}`);
  await panel.questions.getByText(web.title, { exact: true }).waitFor();
  await web.close();
});

describe("what is attached", () => {
  test("outlasts the panel, the background and a prompt that does not arrive", async () => {
    await panel.ask("Hello");
    await answered();
    await give("paste", [PICTURE, NOTES]);
    await chip("notes.md").waitFor();
    await nexus.close(panel);
    await nexus.chromium.killWorker();
    await open();
    await panel.connected();
    await chip("notes.md").waitFor();
    proxy.setRule((line) => (line.includes("/prompt_async") ? LOST_REQUEST : PASS));
    await panel.ask("And these?");
    await panel.button("Try again").waitFor({ timeout: 30_000 });
    await panel.questions.last().getByRole("button", { name: "Enlarge dot.png" }).waitFor();
    await nexus.close(panel);
    await nexus.chromium.killWorker();
    await open();
    await panel.connected();
    await panel.questions.last().getByRole("button", { name: "Edit" }).click();
    await chip("notes.md").click();
    await expect.poll(() => chips().getByRole("listitem").count()).toBe(1);
    proxy.setRule(() => PASS);
    await panel.send.click();
    await answered(2);
    expect(heard().flatMap((part) => part.image_url?.url ?? [])).toEqual([`data:image/png;base64,${DOT}`]);
    expect(JSON.stringify(heard())).not.toContain("High water");
  });

  test("and lost by a server that takes the prompt but cannot read it is said, and back to be changed", async () => {
    await panel.ask("Hello");
    await answered();
    proxy.setRule((line) =>
      line.includes("/prompt_async") ? { instead: { status: 204, headers: {}, body: "" } } : PASS,
    );
    await give("paste", [PICTURE]);
    await chip("dot.png").waitFor();
    await panel.ask("What is this?");
    await panel.questions.getByText("Not sent: The server could not read an attached file").waitFor();
    await panel.questions.last().getByRole("button", { name: "Edit" }).click();
    await chip("dot.png").click();
    expect(await panel.message.inputValue()).toBe("What is this?");
    await panel.message.fill("");
  });
});
