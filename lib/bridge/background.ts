import type { FoundPage } from "../find/find";
import type { Fault, Mention, MessageId, Notice, PermissionReply, ServerId, ServerInfo, SessionKey } from "../model";
import type { ModelRef } from "../model/message";
import type { ContextItem } from "../page/context";
import type { StorageProblem } from "../storage/stored";
import type { StorageUse } from "../storage/use";
import type { JournalRecord } from "../sync/journal";

/** A header sent with every request, e.g. for a reverse proxy. `value` absent: keep the saved one. */
export interface HeaderDraft {
  name: string;
  value?: string;
}

/** A profile as the form hands it over. */
export interface ProfileDraft {
  /** Absent: a new profile. */
  id?: ServerId;
  name: string;
  /** As typed; `normaliseServerUrl` of lib/opencode/url says what it means. */
  url: string;
  username?: string;
  /** Absent: keep the saved one; empty: none. */
  password?: string;
  headers: HeaderDraft[];
}

export type TestResult = { ok: true; info: ServerInfo } | { ok: false; fault: Fault };

/** How a connection fares, for its details. */
export interface ConnectionDetails {
  journal: JournalRecord;
  queues: {
    /** Requests that wait for their answer. */
    requests: number;
    /** Events kept to be applied again on top of what is being fetched. */
    events: number;
    /** Prompts that are not at the server, as far as is known. */
    prompts: number;
  };
  held: { sessions: number; transcripts: number };
  storage: StorageUse;
}

/** What the panel met in its own dealings with storage: `full` and `failed` when writing, else when reading a draft. */
export type StorageReport = "full" | "failed" | StorageProblem;

/** What the user wrote, on its way to a session. */
export interface Outgoing {
  key: SessionKey;
  /** From `identify`, so that a call whose port broke can be made again without a second message. */
  messageId: string;
  text: string;
  context: ContextItem[];
  /** What the text names by `@`. */
  mentions?: Mention[];
  /** The text is `/name words` with the name of a command, or a line of shell; else a prompt. */
  kind?: "command" | "shell";
  agent?: string;
  model?: ModelRef;
}

/**
 * What the panel can ask of the background, each as a function call. A call that fails throws a `FaultError`. Writes are
 * never repeated by themselves; a call whose port broke throws `aborted`.
 */
export interface Background {
  /** Tries a profile without saving it: address, credentials, version. */
  testServer(draft: ProfileDraft): Promise<TestResult>;
  /** Saves and connects. Throws `rejected-input` when the address makes no sense. */
  saveServer(draft: ProfileDraft): Promise<ServerId>;
  removeServer(id: ServerId): Promise<void>;
  connectServer(id: ServerId): Promise<void>;
  disconnectServer(id: ServerId): Promise<void>;
  /** Ends the wait of `reconnecting` or `failed`. */
  retryServer(id: ServerId): Promise<void>;
  connectionDetails(id: ServerId): Promise<ConnectionDetails>;

  /** Creates a session in `directory` and makes it a card; `page` is remembered as what it was asked about. */
  createSession(server: ServerId, directory: string): Promise<SessionKey>;
  /** Fetches the newest messages again. Resolves when they are in the state. */
  openSession(key: SessionKey): Promise<void>;
  /** Fetches the page of messages before what is held: 40 of them, or `limit`. */
  loadOlder(key: SessionKey, limit?: number): Promise<void>;
  /**
   * Looks for words in a session, whatever their case: in the messages that are held, or with a cursor in the
   * page before it, which is fetched and not kept.
   */
  findInSession(key: SessionKey, query: string, olderCursor?: string): Promise<FoundPage>;
  /** A message id for a new prompt in a session, by its server's clock. */
  identify(key: SessionKey): Promise<string>;
  /**
   * Puts a prompt in the outbox; resolves when it is stored there. Its fate is in `state.outbox`.
   *
   * @param isRepeat the same call was made before and its outcome is unknown
   */
  send(outgoing: Outgoing, isRepeat?: boolean): Promise<void>;
  /** Sends a prompt that did not arrive again, under the same ids. */
  resend(messageId: string): Promise<void>;
  /** Takes a prompt that did not arrive out of the outbox. The panel puts its text back into the composer. */
  discard(messageId: string): Promise<void>;
  stop(key: SessionKey): Promise<void>;
  /** Fetches agents, models, commands and defaults of a directory into the state. */
  loadCatalog(server: ServerId, directory: string): Promise<void>;
  /** Paths of a directory that are like the query, best first; of folders with a slash at the end. */
  findFiles(server: ServerId, directory: string, query: string): Promise<string[]>;

  /** `key` is the session that asks, which may be a subagent's. `reason`: what the agent is told of a rejection. */
  replyPermission(key: SessionKey, requestId: string, reply: PermissionReply, reason?: string): Promise<void>;
  /** One list of labels or own words a question. */
  answerQuestion(key: SessionKey, requestId: string, answers: string[][]): Promise<void>;
  dismissQuestion(key: SessionKey, requestId: string): Promise<void>;
  /**
   * Whether every permission that a root session and its subagents ask for is granted without the user, those that wait now
   * included. Resolves when it is stored.
   */
  setAutoAccept(key: SessionKey, on: boolean): Promise<void>;

  /** Fetches the next page of every server's history. */
  loadMoreHistory(): Promise<void>;
  /** Sessions of all servers whose title has the words, newest first; held ones first, then what the servers find. */
  searchSessions(query: string): Promise<SessionKey[]>;

  renameSession(key: SessionKey, title: string): Promise<void>;
  /** Puts a session into the archive, and its card away, or takes it out again. */
  archiveSession(key: SessionKey, archived: boolean): Promise<void>;
  /** The session is shown nowhere any more, and goes at its server some seconds later: see `state.deletions`. */
  deleteSession(key: SessionKey): Promise<void>;
  /** Throws `not-found` when it is too late. */
  undoDelete(key: SessionKey): Promise<void>;
  /** Its link is in the session's `shareUrl`. */
  shareSession(key: SessionKey, shared: boolean): Promise<void>;
  /** Has the conversation so far replaced by a summary. Resolves when the agent is at it. */
  compactSession(key: SessionKey): Promise<void>;
  /** Copies the messages before `before`, or all of them, into a new session, and makes it a card. */
  forkSession(key: SessionKey, before?: MessageId): Promise<SessionKey>;
  /** Hides the messages from this one on, and undoes their changes to files; the next prompt removes them. */
  revertSession(key: SessionKey, from: MessageId): Promise<void>;
  /** Takes a revert back. */
  unrevertSession(key: SessionKey): Promise<void>;

  pinCard(key: SessionKey, pinned: boolean): Promise<void>;
  closeCard(key: SessionKey): Promise<void>;
  /** The user looks at the session: it is read up to now. */
  markSeen(key: SessionKey): Promise<void>;
  dismissNotice(id: Notice["id"]): Promise<void>;
  /** The panel could not store something, or could not read a draft: the user is told. */
  reportStorage(report: StorageReport): Promise<void>;
}

/** The calls as components make them: ids are the shell's business. */
export type PanelBackground = Omit<Background, "send" | "identify" | "reportStorage"> & {
  send(outgoing: Omit<Outgoing, "messageId">): Promise<void>;
};

/** Names of all calls: what the background's end of the port accepts. */
export const BACKGROUND_CALLS = [
  "testServer",
  "saveServer",
  "removeServer",
  "connectServer",
  "disconnectServer",
  "retryServer",
  "connectionDetails",
  "createSession",
  "openSession",
  "loadOlder",
  "findInSession",
  "identify",
  "send",
  "resend",
  "discard",
  "stop",
  "loadCatalog",
  "findFiles",
  "replyPermission",
  "answerQuestion",
  "dismissQuestion",
  "setAutoAccept",
  "loadMoreHistory",
  "searchSessions",
  "renameSession",
  "archiveSession",
  "deleteSession",
  "undoDelete",
  "shareSession",
  "compactSession",
  "forkSession",
  "revertSession",
  "unrevertSession",
  "pinCard",
  "closeCard",
  "markSeen",
  "dismissNotice",
  "reportStorage",
] as const satisfies readonly (keyof Background)[];
