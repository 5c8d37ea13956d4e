import { expect } from "vitest";
import { panel, stage } from "./scene";

/** What a user does with the messages that wait in the open session. */
export const queue = () => panel.page.getByRole("list", { name: "Queued messages" });
export const line = (words: string) => queue().getByRole("listitem").filter({ hasText: words });
export const inLine = (words: string, button: string) => line(words).getByRole("button", { name: button, exact: true });
export const queued = async () => (await queue().getByRole("listitem").allInnerTexts()).map((words) => words.trim());

export async function write(words: string): Promise<void> {
  await panel.message.fill(words);
  await panel.message.press("Enter");
  // Whoever goes on before that writes behind what is still on its way.
  await expect.poll(() => panel.message.inputValue()).toBe("");
}

export async function choose(words: string, item: string): Promise<void> {
  await inLine(words, "Queued message").click();
  await panel.page.getByRole("menuitem", { name: item, exact: true }).click();
}

/** What the user said, in the order of the server. */
export const said = async (sessionId: string) =>
  (await stage.storedTexts(sessionId)).filter(({ role }) => role === "user").map((message) => message.text);
