import type { Browser, Page } from "puppeteer-core";
import type { Sidebar } from "./sidebar";

export interface FirefoxOptions {
  /** Folder of the unpacked build. */
  extension: string;
  /** A visible window, on this machine's display. */
  headful?: boolean;
  /** Profile to use and keep. Without it a new one is made and removed again. */
  profile?: string;
  /** More preferences (`about:config`). */
  prefs?: Record<string, string | number | boolean>;
  /** Size of the window in pixels; 1280×800 if not given. */
  windowSize?: { width: number; height: number };
}

/** Firefox without a window on screen, with the extension installed for its session. Waits are 30 s at the most. */
export interface Firefox {
  /** Puppeteer's browser: its pages are the tabs. A new object after `restart`. */
  readonly browser: Browser;
  /** `moz-extension://<uuid>`, the same in every run. */
  readonly origin: string;
  /** Opens a tab; the first call uses the empty one the browser started with. */
  openPage(url?: string): Promise<Page>;
  /** Opens the real sidebar by the browser's own controller, as its sidebar button does. */
  openSidebar(): Promise<Sidebar>;
  /** The sidebar that something else opened: toolbar button, context menu, command. Waits for it. */
  sidebar(): Promise<Sidebar>;
  /** Closes it; resolves when its document is gone. */
  closeSidebar(): Promise<void>;
  /** Lays the sidebar out at a width in pixels (it opens at about 250). */
  setSidebarWidth(width: number): Promise<void>;
  /** What `prefers-color-scheme` says from now on. */
  setColorScheme(scheme: "light" | "dark"): Promise<void>;
  /** Does what a click on the extension's toolbar button does. */
  clickAction(): Promise<void>;
  /** Right-clicks at a point of the page and chooses the item with that label from the browser's menu. */
  contextMenu(page: Page, point: { x: number; y: number }, label: string): Promise<void>;
  /** Presses a shortcut of the extension: ["Alt", "Shift", "M"]. */
  pressKeys(...keys: string[]): Promise<void>;
  /** Waits for the notification of that title and clicks it. */
  clickNotification(title: string): Promise<void>;
  /** Does what makes the extension ask for a permission, and answers the browser's prompt. */
  answerPrompt(ask: () => Promise<unknown>, answer: "allow" | "deny"): Promise<void>;
  /** Grants a host match pattern, so that `permissions.request` for it resolves true without a prompt. */
  grantHost(pattern: string): Promise<void>;
  revokeHost(pattern: string): Promise<void>;
  /** Ends the event page as idleness does; the next event starts it again. */
  killBackground(): Promise<void>;
  /** Whether the event page runs. */
  backgroundAlive(): Promise<boolean>;
  /** Reloads the extension as `runtime.reload()`; its sidebar closes. */
  reloadExtension(): Promise<void>;
  /** Ends the browser and starts it with the same profile; the extension keeps its storage. Closes nothing else. */
  restart(): Promise<void>;
  /** Evaluates an expression with the browser's own rights, the extension at hand as `extension`. */
  evaluateInBrowser(expression: string): Promise<unknown>;
  /** Ends everything that was started and removes what was created. Safe to call twice. */
  close(): Promise<void>;
}
