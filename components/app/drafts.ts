import type { ModelRef, ServerId, SessionKey } from "../../lib/model";
import type { ContextItem } from "../../lib/page/context";

/** Whose draft: a session's, or that of the session about to be made. */
export type DraftKey = SessionKey | "new";

/** What the user has put together and not sent. */
export interface Draft {
  text: string;
  context: ContextItem[];
  /** Absent: the server's default. */
  agent?: string;
  model?: ModelRef;
  /** Of a new session: where it will work. Absent: the project used last. */
  target?: { server: ServerId; directory: string };
}

/** Drafts of all sessions; every change is stored at once. Reading is reactive. */
export interface Drafts {
  get(key: DraftKey): Draft;
  change(key: DraftKey, change: Partial<Draft>): void;
  addContext(key: DraftKey, item: ContextItem): void;
  changeContext(key: DraftKey, id: string, text: string): void;
  removeContext(key: DraftKey, id: string): void;
  clear(key: DraftKey): void;
}
