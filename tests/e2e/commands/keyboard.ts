import { beforeAll, expect, test } from "vitest";
import { text, tool } from "../../../tools/model/steps";
import { byKeys } from "../by-keys";
import { panel, stage } from "./scene";

beforeAll(() => stage.model.setScript(() => [text("Hello.")]));

const { focused } = byKeys(panel);

/** Tab, or Shift+Tab, until the focus is there. */
async function tabTo(name: string, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  for (let steps = 0; steps < 40; steps++) {
    if ((await focused()) === name) return;
    await panel.page.keyboard.press(key);
  }
  throw new Error(`No way to “${name}” by ${key}; the focus is on “${await focused()}”`);
}

const press = (...keys: string[]) =>
  keys.reduce((all, key) => all.then(() => panel.page.keyboard.press(key)), Promise.resolve());

test("from the open panel to an answer and an allowed command without the mouse", async () => {
  await tabTo("Message");
  await panel.page.keyboard.type("Hello");
  await press("Shift+Enter");
  await panel.page.keyboard.type("there");
  expect(await panel.message.inputValue()).toBe("Hello\nthere");
  await press("Enter");
  await panel.answers.getByText("Hello.").waitFor();
  // The session that opened has the focus where one writes on.
  await expect.poll(focused).toBe("Message");

  stage.model.setScript(({ results }) =>
    results.length > 0 ? [text("Done with that.")] : [tool("bash", { command: "pwd", description: "Where" })],
  );
  await panel.page.keyboard.type("Where are you?");
  await press("Enter");
  await panel.request("Permission: bash").waitFor();
  // Nothing is being written: the request has the focus, and whoever begins to write has it back.
  await expect.poll(focused).toBe("Permission: bash");
  await panel.page.keyboard.type("Wait");
  expect([await focused(), await panel.message.inputValue()]).toEqual(["Message", "Wait"]);
  await panel.message.fill("");
  await tabTo("Allow once", "Shift+Tab");
  await panel.takesAnswers();
  await press("Enter");
  await panel.answers.getByText("Done with that.").waitFor();
  await panel.stop.waitFor({ state: "detached" });
});

test("a question is answered with the arrow keys", async () => {
  const options = ["Brest", "Hamburg"].map((label) => ({ label, description: `The harbour of ${label}` }));
  const ask = tool("question", { questions: [{ header: "Harbour", question: "Which harbour?", options }] });
  stage.model.setScript(({ results }) => (results.length > 0 ? [text("Thank you.")] : [ask]));
  await tabTo("Message");
  await panel.page.keyboard.type("Ask me");
  await press("Enter");
  const form = panel.request("Question: Harbour");
  await expect.poll(focused).toBe("Question: Harbour");
  const isRadio = () => panel.page.evaluate(`document.activeElement.type === "radio"`);
  for (let steps = 0; steps < 5 && !(await isRadio()); steps++) await press("Tab");
  const chosen = form.getByRole("radio", { name: "Hamburg" });
  for (let steps = 0; steps < 3 && !(await chosen.isChecked()); steps++) await press("ArrowDown");
  expect(await chosen.isChecked()).toBe(true);
  await tabTo("Answer");
  await panel.takesAnswers();
  await press("Enter");
  await panel.answers.getByText("Thank you.").waitFor();
  expect(stage.model.requests.at(-1)?.results.at(-1)).toContain('="Hamburg"');
});

test("back to the cards, from card to card, and into a session again", async () => {
  await tabTo("All sessions", "Shift+Tab");
  await press("Enter");
  await panel.cards.waitFor();
  await tabTo("Hello");
  await press("Enter");
  await panel.conversation.waitFor();
  await panel.answers.getByText("Thank you.").waitFor();
  expect(await focused()).toBe("Message");
});
