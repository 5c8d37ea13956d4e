import { beforeEach, describe, expect, test } from "vitest";
import type { Script } from "../../../tools/model/server";
import { hold, text, tool } from "../../../tools/model/steps";
import { atHome } from "../scene";
import { nexus, open, panel, stage } from "./scene";

beforeEach(() => atHome(panel));

/** Makes these calls at once, then says that it is done. */
const calls =
  (...steps: ReturnType<typeof tool>[]): Script =>
  ({ results }) =>
    results.length > 0 ? [text("Done with that.")] : steps;
const bash = (command: string, description = "Looks around") => tool("bash", { command, description });

/** What the model was told of its last tool call. */
const lastResult = () => stage.model.requests.at(-1)?.results.at(-1) ?? "";
const focused = () => panel.page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");

describe("a permission", () => {
  test("says what a command is for, and what always would cover, before it is pressed", async () => {
    stage.model.setScript(calls(bash("ls -a", "Lists every file")));
    await panel.ask("Which files are there?");
    const request = panel.request("Permission: bash");
    await request.getByText("Lists every file", { exact: true }).waitFor();
    await request.getByText("ls -a", { exact: true }).waitFor();
    const always = request.getByRole("button", { name: "Allow always" });
    expect(await always.evaluate((button) => button.ariaDescribedByElements?.[0]?.textContent)).toBe(
      "Always covers ls *",
    );
    expect(await nexus.violations(panel)).toEqual([]);
    await request.getByRole("button", { name: "Allow once" }).click();
    await panel.answers.getByText("Done with that.").waitFor();
  });

  test("of an agent that repeats itself says what, how often, and what always would cover", async () => {
    const same = tool("read", { filePath: "README.md" });
    stage.model.setScript(calls(same, same, same));
    await panel.ask("Read it again and again");
    const request = panel.request("Permission: doom_loop");
    await request.getByRole("heading", { name: "Go on repeating itself?" }).waitFor();
    await request.getByText("exactly this twice in a row").waitFor();
    await request.getByText("Reading README.md").waitFor();
    await request.getByText("Always covers repeating any call of read").waitFor();
    expect(await nexus.violations(panel)).toEqual([]);
    await request.getByRole("button", { name: "Allow once" }).click();
    await panel.answers.getByText("Done with that.").waitFor();
  });

  test("for a file shows what would change in it", async () => {
    stage.model.setScript(calls(tool("write", { filePath: "tides.md", content: "# Tides\n\nThe moon pulls.\n" })));
    await panel.ask("Write of the tides");
    const request = panel.request("Permission: edit");
    await request.getByText("tides.md").first().waitFor();
    await request.getByText("The moon pulls.").waitFor();
    expect(await nexus.violations(panel)).toEqual([]);
    await request.getByRole("button", { name: "Allow once" }).click();
    await panel.answers.getByText("Done with that.").waitFor();
  });

  test("that is rejected with a reason goes on by it; the reason survives the panel", async () => {
    stage.model.setScript(calls(bash("rm README.md", "Removes the file")));
    await panel.ask("Tidy up");
    const request = () => panel.request("Permission: bash");
    await request().getByRole("button", { name: "More answers" }).click();
    await panel.page.getByRole("menuitem", { name: "Reject with a reason" }).click();
    const reason = () => request().getByRole("textbox", { name: "Reason for the rejection" });
    await expect.poll(focused).toBe("Reason for the rejection");
    await reason().fill("Move it to the attic instead");
    expect(await nexus.violations(panel)).toEqual([]);
    await nexus.close(panel);
    await open();
    await expect.poll(() => reason().inputValue()).toBe("Move it to the attic instead");
    await reason().press("Enter");
    await panel.answers.getByText("Done with that.").waitFor();
    expect(lastResult()).toContain("Move it to the attic instead");
    await expect.poll(focused).toBe("Message");
  });

  test("is one of several, the oldest first", async () => {
    stage.model.setScript(calls(bash("pwd"), bash("date"), bash("ls")));
    await panel.ask("Three things at once");
    const request = panel.request("Permission: bash");
    const asked = async () => (await stage.get("/permission")) as { patterns: string[] }[];
    await expect.poll(async () => (await asked()).length).toBe(3);
    const order = (await asked()).map(({ patterns }) => patterns[0] ?? "");
    await request.getByText("1 of 3").waitFor();
    expect(await nexus.violations(panel)).toEqual([]);
    await request.getByRole("button", { name: "Next request" }).click();
    await request.getByText("2 of 3").waitFor();
    await request.getByText(order[1] ?? "", { exact: true }).waitFor();
    await request.getByRole("button", { name: "Previous request" }).click();
    for (const command of order) {
      await request.getByText(command, { exact: true }).waitFor();
      await request.getByRole("button", { name: "Allow once" }).click();
    }
    await panel.answers.getByText("Done with that.").waitFor();
  });
});

describe("by keys", () => {
  test("a permission takes no focus and no key from whoever writes", async () => {
    const pause = hold();
    stage.model.setScript(({ results }) =>
      results.length > 0 ? [text("Done with that.")] : [text("A moment."), pause.step, bash("pwd")],
    );
    await panel.ask("Where are you?");
    await pause.reached;
    await panel.message.focus();
    await panel.page.keyboard.type("And then");
    pause.release();
    const request = panel.request("Permission: bash");
    await request.waitFor();
    await panel.takesAnswers();
    await panel.page.keyboard.press("Control+Shift+Backspace");
    await panel.page.keyboard.type("And now");
    expect([await focused(), await panel.message.inputValue()]).toEqual([
      "Message",
      expect.stringContaining("And now"),
    ]);
    expect(await request.count()).toBe(1);
    await panel.message.fill("");
    await panel.page.keyboard.press("Control+Enter");
    await panel.answers.getByText("Done with that.").waitFor();
    expect(lastResult()).toContain(stage.workspace.directory);
  });

  test("it is rejected, and always allowed", async () => {
    stage.model.setScript(calls(bash("uname")));
    await panel.ask("On what do you run?");
    await panel.request("Permission: bash").waitFor();
    await panel.takesAnswers();
    await panel.page.keyboard.press("Control+Shift+Backspace");
    await panel.stop.waitFor({ state: "detached" });
    await panel.ask("Tell me");
    await panel.request("Permission: bash").waitFor();
    await panel.takesAnswers();
    await panel.page.keyboard.press("Control+Shift+Enter");
    await panel.answers.getByText("Done with that.").waitFor();
    await panel.ask("And again");
    await panel.answers.getByText("Done with that.").nth(1).waitFor();
  });
});

test("what was chosen and written for questions survives folding and closing the panel", async () => {
  const question = (header: string, multiple: boolean) => ({
    header,
    question: `Which ${header}?`,
    multiple,
    options: ["One", "Two"].map((label) => ({ label: `${header} ${label}`, description: "" })),
  });
  stage.model.setScript(calls(tool("question", { questions: [question("Harbour", false), question("Unit", true)] })));
  await panel.ask("When is high water?");
  const first = () => panel.request("Question: Harbour");
  await first().getByRole("radio", { name: "Harbour Two" }).check();
  await first().getByRole("button", { name: "Next" }).click();
  const second = () => panel.request("Question: Unit");
  await second().getByText("2 of 2").waitFor();
  await second().getByRole("checkbox", { name: "Unit One" }).check();
  const own = () => second().getByRole("textbox", { name: "Answer in your own words" });
  await own().fill("Cables");
  await second().getByRole("button", { name: "Fold" }).click();
  await own().waitFor({ state: "detached" });
  expect(await nexus.violations(panel)).toEqual([]);
  await second().getByRole("button", { name: "Unfold" }).click();
  expect(await own().inputValue()).toBe("Cables");
  await nexus.close(panel);
  await open();
  await expect.poll(() => own().inputValue()).toBe("Cables");
  expect(await second().getByRole("checkbox", { name: "Unit One" }).isChecked()).toBe(true);
  await second().getByRole("button", { name: "Back" }).click();
  expect(await first().getByRole("radio", { name: "Harbour Two" }).isChecked()).toBe(true);
  await first().getByRole("button", { name: "Next" }).click();
  await second().getByRole("button", { name: "Answer", exact: true }).click();
  await panel.answers.getByText("Done with that.").waitFor();
  expect(lastResult()).toContain('"Which Harbour?"="Harbour Two"');
  expect(lastResult()).toContain('"Which Unit?"="Unit One, Cables"');
});
