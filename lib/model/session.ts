import type { SessionId } from "./ids";
import type { ModelRef, Tokens } from "./message";

/** A session as lists show it: everything but its messages. Times are milliseconds since the epoch, server's clock. */
export interface Session {
  id: SessionId;
  title: string;
  /** Absolute path the session works in. Every call about the session carries it. */
  directory: string;
  projectId: string;
  /** Set on a subagent's session. */
  parentId?: SessionId;
  createdAt: number;
  updatedAt: number;
  archivedAt?: number;
  /** US dollars, all messages together. */
  cost?: number;
  tokens?: Tokens;
  /** Lines and files changed so far. */
  changes?: { additions: number; deletions: number; files: number };
  shareUrl?: string;
  /** The link of a sharing that has ended: should the server tell of it again, it is not shared by it. */
  endedShareUrl?: string;
  agent?: string;
  model?: ModelRef;
  /** Messages from this one on are reverted and hidden until taken back. */
  revertedFrom?: string;
}

/** What a session is doing now. `retry` waits until `nextAt` (ms since the epoch) after a provider's error. */
export type RunStatus =
  | { type: "idle" }
  | { type: "busy" }
  | { type: "retry"; attempt: number; message: string; nextAt: number };

/** The last thing that happened in a session, one line for its card. */
export interface Activity {
  kind: "text" | "reasoning" | "tool" | "user" | "error";
  line: string;
  at: number;
  /** It tells of a tool that has not ended. */
  isOpen?: true;
  /** Lines changed by the turns that are held; the session's own count stays 0 on some servers [measured on 1.18.33]. */
  changes?: { additions: number; deletions: number };
}

export interface Todo {
  content: string;
  /** pending, in_progress, completed, cancelled; others are possible. */
  status: string;
  priority: string;
}

export interface Project {
  id: string;
  /** Absolute path of the project's folder. */
  directory: string;
  name?: string;
  /** Paths of its git worktrees besides that folder. */
  worktrees?: string[];
  /** Milliseconds since the epoch, server's clock. */
  usedAt?: number;
}
