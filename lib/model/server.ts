import type { Catalog } from "./catalog";
import type { Fault } from "./fault";
import type { RequestId, ServerId, SessionId } from "./ids";
import type { Request } from "./request";
import type { Activity, Project, RunStatus, Session, Todo } from "./session";
import type { Transcript } from "./transcript";

/** What the rest of the program may know of a profile: no secrets. */
export interface ServerProfile {
  id: ServerId;
  name: string;
  /** Normalised base URL without a trailing slash. */
  url: string;
  username?: string;
  hasPassword: boolean;
  /** Names only. */
  headerNames: string[];
  /** Whether the user wants it connected. */
  enabled: boolean;
  lastUsedAt?: number;
}

export type Protocol = "v1" | "v2";

/** What a server can do. The UI asks this, never the version. */
export interface Capabilities {
  todos: boolean;
  share: boolean;
  archive: boolean;
  rename: boolean;
  fork: boolean;
  revert: boolean;
  /** Prompts wait in a list on the server that can be changed. */
  queue: boolean;
  /** Agent and model can be named with each prompt (else they are set on the session). */
  perPromptModel: boolean;
  compaction: boolean;
  shell: boolean;
  /** Makes git worktrees to work in. */
  worktrees: boolean;
  commands: boolean;
  lsp: boolean;
  mcp: boolean;
  savedPermissions: boolean;
  /** What turns, sessions and the working tree have changed can be asked for. */
  diffs: boolean;
  /** Forms with typed fields, beyond questions with options. */
  forms: boolean;
}

export interface ServerInfo {
  version: string;
  protocol: Protocol;
  capabilities: Capabilities;
  /** The folder the server was started in. */
  directory?: string;
  /** Milliseconds that its clock is ahead of this device's, where it is by seconds or more. */
  clockOffset?: number;
}

/** What the server's clock shows when this device's shows `now`: times of its messages are told by that one. */
export function serverTime(server: Pick<Server, "info"> | undefined, now: number): number {
  return now + (server?.info?.clockOffset ?? 0);
}

/** Times are milliseconds since the epoch, this device's clock. */
export type ConnectionState =
  /** The user has disconnected it. */
  | { status: "disconnected" }
  /** No panel is open and nothing runs: no stream is kept. */
  | { status: "asleep" }
  | { status: "connecting"; since: number }
  | { status: "connected"; since: number }
  | { status: "reconnecting"; attempt: number; nextTryAt: number; fault: Fault }
  /** The browser says that there is no network. */
  | { status: "offline" }
  /** Trying again would not help before the user has done something. */
  | { status: "failed"; fault: Fault };

export interface Server {
  id: ServerId;
  profile: ServerProfile;
  connection: ConnectionState;
  /** Whether what is held has been fetched since the connection was made; false: shown from storage. */
  fresh: boolean;
  info?: ServerInfo;
  projects: Project[];
  /** By directory. */
  catalogs: Record<string, Catalog>;
  sessions: Record<SessionId, Session>;
  /** How far back `sessions` is complete: every root session updated at or after `floor` is held. */
  history: { floor: number; cursor?: string; complete: boolean };
  statuses: Record<SessionId, RunStatus>;
  activities: Record<SessionId, Activity>;
  requests: Record<RequestId, Request>;
  /** Root sessions in which the user wants every permission granted without being asked. */
  autoAccept: SessionId[];
  todos: Record<SessionId, Todo[]>;
  transcripts: Record<SessionId, Transcript>;
}

export function emptyServer(profile: ServerProfile): Server {
  return {
    id: profile.id,
    profile,
    connection: { status: profile.enabled ? "asleep" : "disconnected" },
    fresh: false,
    projects: [],
    catalogs: {},
    sessions: {},
    history: { floor: Number.MAX_SAFE_INTEGER, complete: false },
    statuses: {},
    activities: {},
    requests: {},
    autoAccept: [],
    todos: {},
    transcripts: {},
  };
}

/** Whether the agent is at work in a session, or waits to try again: what is not listed as running stands idle. */
export function isRunning(server: Server, sessionId: SessionId): boolean {
  return (server.statuses[sessionId]?.type ?? "idle") !== "idle";
}
