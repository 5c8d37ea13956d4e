import type { BrowserContext, Page } from "playwright-core";
import type { AxeViolation } from "../axe";
import type { Display } from "../display";
import type { PanelSize, PictureOptions } from "./picture";

export interface ChromiumOptions {
  /** Folder of the unpacked build. */
  extension: string;
  /** A visible window, on this machine's display or on a virtual one. Needed for the context menu and real keys. */
  headful?: boolean;
  /** Profile to use and keep. Without it a new one is made and removed again. */
  profile?: string;
  /** More command line switches. */
  args?: readonly string[];
  /** What `prefers-color-scheme` says in panels and pages. */
  colorScheme?: "light" | "dark";
  /** Size of the browser window in pixels; 1280×800 if not given. */
  windowSize?: { width: number; height: number };
  /** Every panel that opens is laid out at this size instead of its window's (360 pixels wide). */
  panelSize?: PanelSize;
}

/** Chromium with the extension loaded. Each method waits for the condition it names, 30 s at the most. */
export interface Chromium {
  /** Pages of the ordinary tabs. A new object after `restart` and `withoutDebugger`, like all pages. */
  readonly context: BrowserContext;
  readonly extensionId: string;
  /** The virtual display of a headful browser that started one. */
  readonly display: Display | undefined;
  /** Opens a tab; the first call uses the empty one the browser started with. */
  openPage(url?: string): Promise<Page>;
  /** Opens a second browser window with one tab. */
  openWindow(url?: string): Promise<Page>;
  /** Opens the real side panel in the page's window, as a click on the toolbar button does (grants activeTab). */
  openPanel(page: Page): Promise<Page>;
  /** The panel that something else opened: a context menu, a command. Waits for it. */
  panel(): Promise<Page>;
  /** Closes it as its ✕ does; resolves when its document is gone. */
  closePanel(panel: Page): Promise<void>;
  /** Lays an open panel out at a size, or at its window's again. */
  setPanelSize(panel: Page, size?: PanelSize): Promise<void>;
  /** Writes a PNG of the panel at a width and colour scheme. */
  screenshot(panel: Page, file: string, options?: PictureOptions): Promise<void>;
  /** The accessibility rules the document breaks. */
  axe(panel: Page): Promise<AxeViolation[]>;
  /** Right-clicks at a point of the page and presses keys in the menu that opens. Headful on a virtual display only. */
  contextMenu(page: Page, point: { x: number; y: number }, keys: readonly string[]): Promise<void>;
  /** Stops the service worker; the next event starts it again. */
  killWorker(): Promise<void>;
  workerAlive(): Promise<boolean>;
  /** Evaluates an expression in the running service worker, for example `chrome.storage.local.get()`. */
  evaluateInWorker(expression: string): Promise<unknown>;
  /** Reloads the extension as `runtime.reload()`; its panels close. Resolves when the new worker is active. */
  reloadExtension(): Promise<void>;
  /** Grants a host match pattern, so that `permissions.request` for it resolves true without a prompt. */
  grantHost(pattern: string): Promise<void>;
  revokeHost(pattern: string): Promise<void>;
  /** Does what makes the extension ask for a permission, and answers the browser's prompt. As `contextMenu`. */
  answerPrompt(ask: () => Promise<unknown>, answer: "allow" | "deny"): Promise<void>;
  /** Runs something while no debugger is attached: only then does the browser end an idle worker by itself. */
  withoutDebugger<T>(body: () => Promise<T>): Promise<T>;
  /** Lets go of the browser for good and resolves when it has ended: its window is the user's. Then call `close`. */
  untilClosed(): Promise<void>;
  /** Ends the browser (as by a crash with `kill`) and starts it with the same profile. */
  restart(options?: { kill?: boolean }): Promise<void>;
  /** Ends everything that was started and removes what was created. Safe to call twice. */
  close(): Promise<void>;
}
