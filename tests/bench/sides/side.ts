import type { Page } from "playwright-core";
import type { Seeded } from "../ground/ground";

/** One of the two that are measured: the panel, and OpenCode's own web UI. */
export interface Side {
  name: "ours" | "web";
  page: Page;
  /**
   * From nothing (no page, no background, none of the session's messages kept) to the session's end being readable.
   *
   * @returns milliseconds from the page's navigation on, the press of the session's button included
   */
  openCold(session: Seeded): Promise<number>;
  /** From a running side that shows something else, and has none of the session's messages. @returns milliseconds */
  openWarm(session: Seeded): Promise<number>;
  /** As `openCold` for a session without messages: resolves when its composer is there. */
  openEmpty(session: Seeded): Promise<void>;
  /** Resolves when the end of the session on show is readable; with `performance.now()` of the page. */
  readable(session: Seeded): Promise<number>;
  /** Everything of it is gone until the next `open…`: it takes no part in what the other side does. */
  leave(): Promise<void>;
  /** JavaScript's heap after a collection, of all its parts that have one, in bytes. */
  heap(): Promise<number>;
}

/** Both are laid out at this size. */
export const SIZE = { width: 400, height: 760 };

/** Milliseconds of rest before a press that is measured: what opening a page sets off is not what is asked for. */
export const REST = 1_500;
