import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { type Hold, hold, text, tool } from "../../../tools/model/steps";
import { PASS } from "../../support/fault-proxy/fate";
import { gate } from "../../support/gate";
import { byKeys } from "../by-keys";
import { late } from "../late";
import { type PanelDriver, panelOf } from "../panel";
import { atHome } from "../scene";
import { choose, inLine, queued, said, write } from "./queue";
import { nexus, panel, proxy, stage } from "./scene";

const second = late<PanelDriver>("second panel");
const other = second.name;
let run: Hold;
beforeAll(async () => {
  stage.model.setScript(({ prompt, results }) => {
    if (prompt === "Begin") return [text("At it. "), run.step, text("Done.")];
    const asks = prompt === "Look around" && results.length === 0;
    return asks ? [tool("bash", { command: "pwd", description: "Looks around" })] : [text(`Answer to ${prompt}`)];
  });
  const page = await nexus.chromium.openWindow("data:text/html,<title>Another</title><p>Another window.</p>");
  second.set(panelOf(await nexus.chromium.openPanel(page)));
  await other.connected();
  return () => page.close();
});

beforeEach(async () => {
  run = hold();
  await atHome(panel);
  await atHome(other);
});
afterEach(() => run.release());

/** Both panels show a session with messages behind a run. */
async function withQueue(): Promise<void> {
  await panel.ask("Begin");
  await run.reached;
  await panel.stop.waitFor();
  for (const words of ["One", "Two"]) await write(words);
  await expect.poll(queued).toEqual(["One", "Two"]);
  await other
    .card(await panel.sessionId())
    .locator("[data-card-open]")
    .click();
  await other.page.getByRole("list", { name: "Queued messages" }).waitFor();
}

const editor = (of: PanelDriver) => of.page.getByRole("textbox", { name: "Queued words" });
const line = (of: PanelDriver, words: string) =>
  of.page.getByRole("list", { name: "Queued messages" }).getByRole("listitem").filter({ hasText: words });

test("two messages are changed at once, each in a window, and both as they were written", async () => {
  await withQueue();
  const id = await panel.sessionId();
  await inLine("One", "Edit").click();
  await editor(panel).fill("One, here");
  await line(other, "Two").getByRole("button", { name: "Edit", exact: true }).click();
  await expect.poll(() => editor(other).count()).toBe(2);
  await editor(other).last().fill("Two, there");
  await expect.poll(() => editor(other).first().inputValue()).toBe("One, here");
  expect(await nexus.violations(other)).toEqual([]);
  run.release();
  await expect.poll(() => editor(panel).last().inputValue()).toBe("Two, there");
  await panel.page.getByRole("button", { name: "Save", exact: true }).first().click();
  await expect.poll(() => said(id)).toEqual(["Begin", "One, here"]);
  await other.page.getByRole("button", { name: "Save", exact: true }).click();
  await expect.poll(() => said(id)).toEqual(["Begin", "One, here", "Two, there"]);
});

test("one message is changed in both: the one goes on with what the other writes, and neither loses it", async () => {
  await withQueue();
  const id = await panel.sessionId();
  await inLine("Two", "Edit").click();
  await other.message.fill("half a thought");
  await editor(panel).fill("Two, and");
  await expect.poll(() => editor(other).inputValue()).toBe("Two, and");
  // Who writes in the other window is not interrupted by it.
  await other.message.and(other.page.locator(":focus")).waitFor();
  await editor(other).focus();
  await other.page.keyboard.press("End");
  await other.page.keyboard.type(" more");
  await expect.poll(() => editor(panel).inputValue()).toBe("Two, and more");
  await choose("One", "Remove");
  await editor(panel).press("Enter");
  await editor(other).waitFor({ state: "detached" });
  expect(await other.message.inputValue()).toBe("half a thought");
  await other.message.fill("");
  run.release();
  await expect.poll(() => said(id)).toEqual(["Begin", "Two, and more"]);
});

test("one that is taken out in a window while the other changes it leaves what was written in the composer, in words", async () => {
  await withQueue();
  await inLine("One", "Edit").click();
  await editor(panel).fill("One, at length");
  await expect.poll(() => editor(other).inputValue()).toBe("One, at length");
  await byKeys(other).find("remove queued", /^Remove the queued message/);
  for (const one of [panel, other]) {
    await one.page.getByText("It left the queue before it was saved. What you wrote is in the composer.").waitFor();
    await expect.poll(() => one.message.inputValue()).toBe("One, at length");
  }
  expect(await nexus.violations(panel)).toEqual([]);
  expect(await queued()).toEqual(["Two"]);
  await panel.message.fill("");
});

test("a permission that is allowed in the one and rejected in the other at once: the later answer says that it came too late", async () => {
  await panel.ask("Look around");
  await panel.request("Permission: bash").waitFor();
  await other
    .card(await panel.sessionId())
    .locator("[data-card-open]")
    .click();
  await other.request("Permission: bash").waitFor();
  const second = gate();
  let replies = 0;
  proxy.setRule(async (line) => {
    if (!/^POST \/permission\/[^/]+\/reply$/.test(line)) return PASS;
    replies += 1;
    if (replies === 1) await second.opened;
    else {
      second.open();
      await expect.poll(() => stage.get("/permission")).toEqual([]);
    }
    return PASS;
  });
  await panel.request("Permission: bash").getByRole("button", { name: "Allow once" }).click();
  await expect.poll(() => replies).toBe(1);
  await other.request("Permission: bash").getByRole("button", { name: "Reject" }).click();
  for (const one of [panel, other]) {
    await one.page.getByText("“Reject” came too late. It was answered elsewhere, or its agent has stopped.").waitFor();
    await one.answers.getByText("Answer to Look around").waitFor();
  }
  expect(await nexus.violations(other)).toEqual([]);
  proxy.setRule(() => PASS);
  await other.button("Dismiss").click();
  await panel.page.getByText("came too late").waitFor({ state: "detached" });
});
