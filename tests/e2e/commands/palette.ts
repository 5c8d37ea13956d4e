import { beforeEach, describe, expect, test } from "vitest";
import { hold, text, tool } from "../../../tools/model/steps";
import { byKeys } from "../by-keys";
import { atHome } from "../scene";
import { nexus, open, panel, stage } from "./scene";

const { search, option, press, focused, find } = byKeys(panel);

beforeEach(() => atHome(panel));

describe("the palette", () => {
  test("leads to sessions and does things to them, by keys alone", async () => {
    await find("tid bre", /^The tides of Brest/);
    await panel.answers.getByText("So it is.").waitFor();
    const id = await panel.sessionId();
    await press("Control+k");
    await panel.page.getByRole("group", { name: "This session" }).waitFor();
    expect(await nexus.violations(panel)).toEqual([]);
    // What cannot be done now is there, and does nothing.
    await press("Escape");
    await search().waitFor({ state: "detached" });
    await expect.poll(focused).toBe("Message");

    await find("rena", /^Rename…/);
    const title = panel.page.getByRole("textbox", { name: "Title" });
    await expect.poll(() => title.evaluate((field) => field === document.activeElement)).toBe(true);
    await panel.page.keyboard.type("Spring tides");
    await press("Enter");
    await expect
      .poll(async () => ((await stage.get(`/session/${id}`)) as { title: string }).title)
      .toBe("Spring tides");
    await title.waitFor({ state: "detached" });

    // Used last, it comes first; the arrow keys go round about.
    await press("Control+k");
    const groups = panel.page.getByRole("listbox").getByRole("group");
    await expect.poll(() => groups.first().getAttribute("aria-label")).toBe("Recently used");
    expect(
      await option(/^Rename…/)
        .first()
        .getAttribute("aria-selected"),
    ).toBe("true");
    await press("ArrowUp");
    await expect
      .poll(() =>
        option(/^Rename…/)
          .first()
          .getAttribute("aria-selected"),
      )
      .toBe("false");
    // The key that opens it closes it.
    await press("Control+k");
    await search().waitFor({ state: "detached" });
  });

  test("has what can be done with messages and servers, and not only where they stand", async () => {
    await panel.openSession("The harbour of Hamburg");
    await panel.page.evaluate(() => {
      navigator.clipboard.writeText = async (text) => {
        document.documentElement.dataset.copied = text;
      };
    });
    await find("copy answer", /^Copy the answer/);
    await expect.poll(() => panel.page.locator("html").getAttribute("data-copied")).toBe("So it is.");
    await find("context cost", /^Context and cost/);
    await panel.page.getByRole("dialog", { name: "Context and cost" }).waitFor();
    await press("Escape");
    await find("edit resend", /^Edit your message and resend it\s*The harbour of Hamburg/);
    await expect.poll(() => panel.message.inputValue()).toBe("The harbour of Hamburg");
    await panel.message.fill("");
    await find("choose model", /^Choose the model/);
    await panel.page.getByRole("grid", { name: "Model" }).waitFor();
    await press("Escape");
    const files = panel.page.waitForEvent("filechooser");
    await find("attach", /^Attach files/);
    await (await files).setFiles([]);
    await find("remove server", /^Remove the server…/);
    const dialog = panel.page.getByRole("dialog", { name: /^Remove “/ });
    await dialog.waitFor();
    expect(await nexus.violations(panel)).toEqual([]);
    await press("Escape");
    await dialog.waitFor({ state: "detached" });
    await find("connection details", /^Connection details/);
    await expect.poll(focused).toBe("Connection details");
    await panel.page.getByRole("list", { name: "Latest states" }).waitFor();
    await press("Control+Shift+H");
    // Buttons say the keys, and one leads to all that can be done.
    await panel.button("Commands").click();
    await option(/^New session/)
      .first()
      .waitFor();
    await press("Escape");
    await search().waitFor({ state: "detached" });
    expect(await panel.button("New session").getAttribute("title")).toBe("New session (Ctrl+Shift+O)");
    expect(await panel.button("New session").getAttribute("aria-keyshortcuts")).toBe("Control+Shift+O");
  });

  test("answers what an agent waits for, and stops it", async () => {
    stage.model.setScript(({ results }) =>
      results.length > 0 ? [text("Done with that.")] : [tool("bash", { command: "pwd", description: "Where" })],
    );
    await panel.ask("Where are you?");
    await panel.request("Permission: bash").waitFor();
    await panel.takesAnswers();
    await find("allow o", /^Allow once/);
    await panel.answers.getByText("Done with that.").waitFor();
    const pause = hold();
    stage.model.setScript(() => [text("A moment."), pause.step]);
    await panel.ask("And now?");
    await pause.reached;
    await find("stop", /^Stop the agent/);
    await expect.poll(() => stage.get("/session/status")).toEqual({});
  });
});

describe("keys", () => {
  test("lead from session to session, to the search, and back to writing", async () => {
    await panel.openSession("The harbour of Hamburg");
    const first = await panel.sessionId();
    await press("Alt+Shift+ArrowDown");
    await expect.poll(() => panel.sessionId()).not.toBe(first);
    await press("Alt+Shift+ArrowUp");
    await expect.poll(() => panel.sessionId()).toBe(first);
    await press("Control+Shift+F");
    await expect.poll(focused).toBe("Search sessions");
    await press("Control+i");
    await expect.poll(focused).toBe("Message");
    await press("Control+,");
    await panel.page.getByRole("heading", { name: "Settings" }).waitFor();
    await press("Control+Shift+O");
    await panel.page.getByRole("heading", { name: "New session" }).waitFor();
    await press("Control+Shift+H");
    await panel.cards.waitFor();
  });

  test("are listed by ? outside of text, and changed with what clashes told at once", async () => {
    const dialog = () => panel.page.getByRole("dialog", { name: "Keyboard shortcuts" });
    await panel.message.focus();
    await panel.page.keyboard.type("?");
    expect(await panel.message.inputValue()).toBe("?");
    await panel.message.fill("");
    await panel.button("Settings").focus();
    await panel.page.keyboard.type("?");
    await dialog().getByText("Ctrl+Shift+O").waitFor();
    await dialog().getByText("Send without waiting for the agent").waitFor();
    expect(await nexus.violations(panel)).toEqual([]);
    await dialog().getByRole("button", { name: "Change keys" }).click();

    const key = (name: string) => panel.page.getByRole("button", { name: new RegExp(`(^|: )${name}`) });
    await key("Settings").click();
    await press("Control+t");
    await panel.page.getByText("Ctrl+T is kept by the browser").waitFor();
    await press("Alt+Shift+O");
    await panel.page.getByText("Alt+Shift+O opens the panel or asks about the selection").waitFor();
    await press("Control+k");
    await panel.page.getByText("Ctrl+K belongs to “Commands”, which gets Ctrl+, then.").waitFor();
    expect(await nexus.violations(panel)).toEqual([]);
    await panel.page.getByRole("button", { name: "Swap" }).click();
    await key("Settings: Ctrl\\+K").waitFor();
    await key("Commands: Ctrl\\+,").click();
    await press("Control+j");
    await key("Commands: Ctrl\\+J").waitFor();

    // Also in the next panel.
    await nexus.close(panel);
    await open();
    await panel.connected();
    await press("Control+j");
    await search().waitFor();
    await press("Escape");
    await press("Control+k");
    await panel.page.getByRole("heading", { name: "Settings" }).waitFor();
    await panel.button("Change keys").click();
    await panel.page.getByRole("checkbox", { name: "Keys that are one character" }).uncheck();
    await panel.page.keyboard.type("?");
    expect(await dialog().count()).toBe(0);
    await panel.page.getByRole("checkbox", { name: "Keys that are one character" }).check();
    await panel.page.getByRole("button", { name: "Reset all keys" }).click();
    await key("Commands: Ctrl\\+K").waitFor();
    await press("Control+Shift+H");
  });
});
