import type { Locator, Page } from "playwright-core";
import type { StoredMessage } from "./stage";

/** What a user does in the panel, by the names that screen readers hear. */
export const panelOf = (page: Page) => ({
  page,
  status: page.getByRole("status", { name: "Connection" }),
  cards: page.getByRole("list", { name: "Active sessions" }),
  history: page.getByRole("list", { name: "History" }),
  conversation: page.getByRole("log", { name: "Conversation" }),
  message: page.getByRole("textbox", { name: "Message" }),
  send: page.getByRole("button", { name: "Send", exact: true }),
  stop: page.getByRole("button", { name: "Stop", exact: true }),
  questions: page.getByRole("article", { name: "You", exact: true }),
  answers: page.getByRole("article", { name: "Assistant", exact: true }),
  button: (name: string | RegExp): Locator => page.getByRole("button", { name, exact: true }),
  /** A session's card at home; its article as well while it is open. */
  card: (sessionId: string): Locator => page.locator(`article[data-session-id="${sessionId}"]`),
  /** What an agent waits for, in the open session. */
  request: (name: string): Locator => page.getByRole("group", { name, exact: true }),

  /** Of a panel that has just opened. What it says outlasts its background by a moment: for that there is `reconnected`. */
  async connected(): Promise<void> {
    await page
      .getByRole("status", { name: "Connection" })
      .filter({ hasText: /^Connected/ })
      .waitFor();
  },

  /** Resolves when the panel, once connected, has lost its connection by what `interrupt` does and has one again. */
  async reconnected(interrupt: () => Promise<unknown>): Promise<void> {
    const status = page.getByRole("status", { name: "Connection" });
    await status.filter({ hasText: /^Connected/ }).waitFor();
    await status.evaluate((element) => {
      const observer = new MutationObserver(() => {
        if (element.textContent?.startsWith("Connected")) return;
        element.dataset.lost = "true";
        observer.disconnect();
      });
      observer.observe(element, { childList: true, characterData: true, subtree: true });
    });
    await interrupt();
    await status
      .and(page.locator("[data-lost]"))
      .filter({ hasText: /^Connected/ })
      .waitFor();
    await status.evaluate((element) => {
      delete element.dataset.lost;
    });
  },

  /** Resolves when what waits has stood there long enough to be answered by a key: a click waits by itself. */
  async takesAnswers(): Promise<void> {
    await page.locator("[data-early]").first().waitFor({ state: "detached" });
  },

  /** Adds a server through the form, as a user does who does not have it at the default address. */
  async addServer({ url, password, name }: { url: string; password?: string; name?: string }): Promise<void> {
    const settings = page.getByRole("button", { name: /^(Use another server|Add a server|Add server)/ });
    const toSettings = page.getByRole("button", { name: "Settings" });
    await settings.or(toSettings).first().waitFor();
    if (!(await settings.first().isVisible())) await toSettings.click();
    await settings.first().click();
    if (name) await page.getByLabel("Name", { exact: true }).fill(name);
    await page.getByLabel("Address").fill(url);
    if (password) await page.getByLabel("Password", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Save and connect" }).click();
  },

  async ask(text: string): Promise<void> {
    await page.getByRole("textbox", { name: "Message" }).fill(text);
    await page.getByRole("button", { name: "Send", exact: true }).click();
  },

  /** Opens a session from the cards or from the history. */
  async openSession(title: string): Promise<void> {
    await page.getByRole("listitem").getByRole("button", { name: title, exact: true }).first().click();
    await page.getByRole("log", { name: "Conversation" }).waitFor();
  },

  async home(): Promise<void> {
    await page.getByRole("button", { name: "All sessions" }).click();
    await page.getByRole("list", { name: "Active sessions" }).waitFor();
  },

  /** The id of the session that is open. */
  async sessionId(): Promise<string> {
    const open = page.locator("main > article[data-session-id]");
    return (await open.getAttribute("data-session-id")) ?? "";
  },

  /** The open session's messages as they stand there, for answers of plain paragraphs. */
  shown(): Promise<StoredMessage[]> {
    return page.getByRole("log", { name: "Conversation" }).evaluate((log) =>
      [...log.querySelectorAll<HTMLElement>("article[data-message-id]")].map((article) => ({
        id: article.dataset.messageId ?? "",
        role: article.ariaLabel === "You" ? "user" : "assistant",
        text: [...article.querySelectorAll("p")].map((paragraph) => paragraph.textContent).join("\n\n"),
      })),
    );
  },

  /** Presses the last answer's "Copy" and returns what it put on the clipboard. */
  async copied(): Promise<string> {
    await page.evaluate(() => {
      navigator.clipboard.writeText = async (text) => {
        document.documentElement.dataset.copied = text;
      };
    });
    const answer = page.getByRole("article", { name: "Assistant", exact: true }).last();
    await answer.getByRole("button", { name: "Copy", exact: true }).last().click();
    return (await page.locator("html").getAttribute("data-copied")) ?? "";
  },
});

export type PanelDriver = ReturnType<typeof panelOf>;
