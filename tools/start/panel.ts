import type { Page } from "playwright-core";
import type { Target } from "../../tests/support/firefox/sidebar";
import { until } from "../../tests/support/until";

/** The real panel, in whichever browser, as far as somebody is needed to press its buttons. */
export interface Panel {
  evaluate(expression: string): Promise<unknown>;
  click(target: Target): Promise<void>;
  fill(target: Target, text: string): Promise<void>;
}

export function playwrightPanel(page: Page): Panel {
  const locate = (target: Target) => {
    if ("css" in target) return page.locator(target.css).first();
    // Playwright's roles are a union of literals, ours come from either browser.
    const role = target.role as Parameters<Page["getByRole"]>[0];
    return page.getByRole(role, target.name === undefined ? {} : { name: target.name, exact: true }).first();
  };
  return {
    evaluate: (expression) => page.evaluate(expression),
    click: (target) => locate(target).click(),
    fill: (target, text) => locate(target).fill(text),
  };
}

/** Waits until the expression gives something truthy, and returns that. */
export function appears(panel: Panel, expression: string, what: string, timeout = 30_000): Promise<unknown> {
  return until(() => panel.evaluate(expression), what, { timeout, interval: 100 });
}

export const one = (css: string) => `document.querySelector(${JSON.stringify(css)})`;
/** What the panel says about its connection: "Connected …". Empty while it says nothing. */
export const CONNECTION = `${one('[role="status"][aria-label="Connection"]')}?.textContent ?? ""`;

/** Adds a server by the panel's own form, as somebody does whose server is not at the default address. */
export async function addServer(
  panel: Panel,
  server: { url: string; username?: string; password?: string },
): Promise<void> {
  // Not by the button of the first run: it goes away when the panel finds a server meanwhile.
  await panel.click({ role: "button", name: "Settings" });
  await panel.click({ role: "button", name: "Add a server" });
  await panel.fill({ role: "textbox", name: "Address" }, server.url);
  if (server.username) await panel.fill({ role: "textbox", name: "User" }, server.username);
  if (server.password) await panel.fill({ css: "input[type=password]" }, server.password);
  await panel.click({ role: "button", name: "Save and connect" });
}

/** Chooses where a new session works, by typing its path. Nothing happens when it is chosen already. */
export async function chooseProject(panel: Panel, directory: string): Promise<void> {
  const name = directory.split(/[\\/]/).at(-1) ?? directory;
  const chosen = `${one('[aria-label="Project"][role="combobox"]')}?.textContent.trim()`;
  await appears(panel, `(${chosen}) && (${chosen}) !== "Project"`, "The panel does not know where to work");
  if ((await panel.evaluate(chosen)) === name) return;
  await panel.click({ css: '[aria-label="Project"][role="combobox"]' });
  await panel.fill({ css: "[role=dialog] input" }, directory);
  await panel.click({ css: "[role=dialog] [role=option]" });
  await appears(panel, `(${chosen}) === ${JSON.stringify(name)}`, `The panel cannot work in ${directory}`);
}

/** The id of the answer's message, once the panel shows it whole. */
export async function ask(panel: Panel, words: string, timeout: number): Promise<string> {
  await panel.fill({ role: "textbox", name: "Message" }, words);
  await panel.click({ role: "button", name: "Send" });
  const answer = `[...document.querySelectorAll('[role=log] article[aria-label="Assistant"]')].at(-1)`;
  await appears(panel, `${answer}?.textContent.length > 0`, "No word of an answer came", timeout);
  await appears(panel, `!${one('button[aria-label="Stop"]')} && ${answer}`, "The answer did not end", timeout);
  return String(await panel.evaluate(`${answer}.dataset.messageId`));
}
