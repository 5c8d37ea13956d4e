import type {
  Catalog,
  ChangeScope,
  FileChange,
  FileContent,
  HeldFile,
  MessageId,
  MessageWithParts,
  ModelRef,
  PermissionReply,
  Project,
  Prompt,
  Request,
  RequestId,
  RunStatus,
  ServerInfo,
  Session,
  SessionId,
  Todo,
  WireEvent,
} from "../model";
import type { Places } from "./places";
import type { ProviderRoutes } from "./providers";
import type { ServerServices } from "./services";
import type { SessionTransfer } from "./transfer";

/** A session and the directory every call about it has to carry (V2 servers know it by themselves). */
export interface SessionRef {
  id: SessionId;
  directory: string;
}

export interface SessionPage {
  /** Newest first, over all projects. */
  sessions: Session[];
  /** Absent on the last page. */
  cursor?: string;
}

export interface MessagePage {
  /** Ascending. */
  messages: MessageWithParts[];
  /** Where the page before this one ends; absent when this page has the first message. */
  olderCursor?: string;
}

export interface StreamHandlers {
  signal: AbortSignal;
  /** The server has begun to send: events from here on are complete. */
  onOpen(): void;
  /** Bytes came, whatever they were: what a watchdog goes by. */
  onBytes(count: number): void;
  onEvent(event: WireEvent): void;
  /** Something that was no event this program knows, by its kind. */
  onSkipped(kind: string): void;
  /** An event that is known to tell nothing the program shows, by its kind. */
  onNoise(kind: string): void;
  /** The server's sign of life. */
  onHeartbeat(): void;
}

/**
 * One server, whatever protocol version it speaks: what the rest of the program sees. All methods throw `FaultError`.
 * Reads are tried again by themselves after passing faults, writes never. Everything returned has been checked.
 */
export interface OpenCodeClient extends ProviderRoutes, SessionTransfer, Places, ServerServices {
  readonly info: ServerInfo;

  /** Reads the event stream until it ends (resolves), breaks or is aborted (throws). */
  stream(handlers: StreamHandlers): Promise<void>;

  /** Root sessions of all projects, archived ones too; `search` looks in titles. */
  sessions(query: { limit: number; cursor?: string; search?: string }, signal?: AbortSignal): Promise<SessionPage>;
  session(ref: SessionRef, signal?: AbortSignal): Promise<Session>;
  /** The sessions of its subagents, without theirs. */
  children(ref: SessionRef, signal?: AbortSignal): Promise<Session[]>;
  createSession(directory: string, signal?: AbortSignal): Promise<Session>;
  renameSession(ref: SessionRef, title: string, signal?: AbortSignal): Promise<Session>;
  /** @param at milliseconds since the epoch; `undefined` takes it out of the archive. */
  archiveSession(ref: SessionRef, at: number | undefined, signal?: AbortSignal): Promise<Session>;
  /** Its subagents' sessions go with it. */
  deleteSession(ref: SessionRef, signal?: AbortSignal): Promise<void>;
  /** Puts the conversation where anyone with the link can read it, or takes it away from there. */
  shareSession(ref: SessionRef, shared: boolean, signal?: AbortSignal): Promise<Session>;
  /** Replaces the conversation so far by a summary. Resolves when that is written. */
  compactSession(ref: SessionRef, model: ModelRef, signal?: AbortSignal): Promise<void>;
  /** A new session with a copy of the messages before `before`; of all of them without it. */
  forkSession(ref: SessionRef, before: MessageId | undefined, signal?: AbortSignal): Promise<Session>;
  /**
   * Hides the messages from this one on and undoes what they changed in files; `undefined` takes both back. The next prompt
   * removes what is hidden.
   */
  revertSession(ref: SessionRef, from: MessageId | undefined, signal?: AbortSignal): Promise<Session>;
  /** What runs in a directory; sessions that are not named are idle. */
  statuses(directory: string, signal?: AbortSignal): Promise<Record<SessionId, RunStatus>>;
  /** Permissions and questions that wait in a directory. */
  requests(directory: string, signal?: AbortSignal): Promise<Request[]>;
  projects(signal?: AbortSignal): Promise<Project[]>;
  catalog(directory: string, signal?: AbortSignal): Promise<Catalog>;
  /**
   * Files and folders of a directory whose paths are like the query, best first, as far as the server cares to list them;
   * relative, with a slash at the end of folders.
   */
  findFiles(directory: string, query: string, signal?: AbortSignal): Promise<string[]>;
  /** @param path below the directory, or absolute */
  readFile(directory: string, path: string, signal?: AbortSignal): Promise<FileContent>;
  /** What has become of files, each once, by path. */
  changes(ref: SessionRef, scope: ChangeScope, signal?: AbortSignal): Promise<FileChange[]>;
  todos(ref: SessionRef, signal?: AbortSignal): Promise<Todo[]>;

  messages(ref: SessionRef, query: { limit: number; before?: string }, signal?: AbortSignal): Promise<MessagePage>;
  /** `undefined` when the server has no such message: how an unknown outcome of `prompt` is settled. */
  message(ref: SessionRef, id: MessageId, signal?: AbortSignal): Promise<MessageWithParts | undefined>;
  /** The address that holds the bytes of a file of a message; `undefined` when there is no such file. */
  heldFile(ref: SessionRef, file: HeldFile, signal?: AbortSignal): Promise<string | undefined>;
  /**
   * Resolves when the server has taken the prompt, not when it is answered; with a `run` when that is over, or throws
   * `timed-out` while it goes on.
   */
  prompt(ref: SessionRef, prompt: Prompt, signal?: AbortSignal): Promise<void>;
  stop(ref: SessionRef, signal?: AbortSignal): Promise<void>;

  /** @param reason of a rejection: the agent is told, and goes on by it; without one the answer ends */
  replyPermission(
    ref: SessionRef,
    id: RequestId,
    reply: PermissionReply,
    reason?: string,
    signal?: AbortSignal,
  ): Promise<void>;
  answerQuestion(ref: SessionRef, id: RequestId, answers: string[][], signal?: AbortSignal): Promise<void>;
  dismissQuestion(ref: SessionRef, id: RequestId, signal?: AbortSignal): Promise<void>;

  /** Milliseconds to add to this device's clock to get the server's, from the `Date` of its answers. */
  clockOffset(): number;
}
