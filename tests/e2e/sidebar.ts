import type { Sidebar } from "../support/firefox/sidebar";
import type { StoredMessage } from "./stage";

/** What a user does in Firefox's sidebar, by the names that screen readers hear. */
export const sidebarOf = (real: Sidebar) => ({
  real,

  status: () => real.text({ role: "status", name: "Connection" }),

  connected: () => real.waitFor(`document.querySelector(${CONNECTION})?.textContent.startsWith("Connected")`),

  /** Waits for text to stand anywhere in the panel. */
  says: (text: string) => real.waitFor(`document.body.innerText.includes(${JSON.stringify(text)})`),

  async press(name: string): Promise<void> {
    // What has only just been asked takes no answer.
    await real.waitFor(`!document.querySelector("[data-early]")`);
    await real.click({ role: "button", name });
  },

  async ask(text: string): Promise<void> {
    await real.fill({ role: "textbox", name: "Message" }, text);
    await real.click({ role: "button", name: "Send" });
  },

  async home(): Promise<void> {
    await real.click({ role: "button", name: "All sessions" });
    await real.appears({ role: "list", name: "Active sessions" });
  },

  /** Waits until nothing runs in the open session. */
  done: () => real.disappears({ role: "button", name: "Stop" }),

  /** The id of the session that is open. */
  sessionId: async () => String(await real.waitFor(`document.querySelector(${OPEN})?.dataset.sessionId`)),

  /** The open session's messages as they stand there, for answers of plain paragraphs. */
  shown: async () => (await real.evaluate(SHOWN)) as StoredMessage[],
});

export type SidebarDriver = ReturnType<typeof sidebarOf>;

const CONNECTION = `'[role=status][aria-label="Connection"]'`;

const OPEN = `"main > article[data-session-id]"`;

const SHOWN = `[...document.querySelectorAll('[role=log][aria-label="Conversation"] article[data-message-id]')].map(
  (article) => ({
    id: article.dataset.messageId,
    role: article.ariaLabel === "You" ? "user" : "assistant",
    text: [...article.querySelectorAll("p")].map((paragraph) => paragraph.textContent).join("\\n\\n"),
  }))`;
