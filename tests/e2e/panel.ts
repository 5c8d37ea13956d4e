import type { Locator, Page } from "playwright-core";

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
  answers: page.getByRole("article", { name: "Assistant" }),
  button: (name: string | RegExp): Locator => page.getByRole("button", { name, exact: true }),

  async connected(): Promise<void> {
    await page
      .getByRole("status", { name: "Connection" })
      .getByText(/Connected/)
      .waitFor();
  },

  /** Adds a server through the form, as a user does who does not have it at the default address. */
  async addServer({ url, password, name }: { url: string; password?: string; name?: string }): Promise<void> {
    const settings = page.getByRole("button", { name: /^(Use another server|Add a server|Add server)/ });
    if (!(await settings.first().isVisible())) await page.getByRole("button", { name: "Settings" }).click();
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
});

export type PanelDriver = ReturnType<typeof panelOf>;
