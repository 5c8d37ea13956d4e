import * as v from "valibot";
import type { Fault, ServerId, ServerInfo } from "../../model";
import type { StorageUse } from "../../storage/use";
import type { JournalRecord } from "../../sync/journal";
import { type CallTable, id, once, repeatable } from "./call";

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

/** Servers: their profiles and connections, and what they know. */
export interface ServerCalls {
  /** Tries a profile without saving it: address, credentials, version. */
  testServer(draft: ProfileDraft): Promise<TestResult>;
  /** Saves and connects. Throws `rejected-input` when the address makes no sense. */
  saveServer(draft: ProfileDraft): Promise<ServerId>;
  removeServer(id: ServerId): Promise<void>;
  connectServer(id: ServerId): Promise<void>;
  disconnectServer(id: ServerId): Promise<void>;
  /** Ends the wait of `reconnecting` or `failed`. */
  retryServer(id: ServerId): Promise<void>;
  /** The network is back, or the device woke up: every connection is made anew, also one that seems to stand. */
  renewConnections(): Promise<void>;
  connectionDetails(id: ServerId): Promise<ConnectionDetails>;
  /** Fetches agents, models, commands and defaults of a directory into the state. */
  loadCatalog(server: ServerId, directory: string): Promise<void>;
  /** Paths of a directory that are like the query, best first; of folders with a slash at the end. */
  findFiles(server: ServerId, directory: string, query: string): Promise<string[]>;
}

const draft = v.object({
  id: v.exactOptional(id),
  name: v.string(),
  url: v.string(),
  username: v.exactOptional(v.string()),
  password: v.exactOptional(v.string()),
  headers: v.array(v.object({ name: v.string(), value: v.exactOptional(v.string()) })),
});

export const SERVER_CALLS: CallTable<ServerCalls> = {
  testServer: repeatable(v.tuple([draft])),
  saveServer: once(v.tuple([draft])),
  removeServer: once(v.tuple([id])),
  connectServer: once(v.tuple([id])),
  disconnectServer: once(v.tuple([id])),
  retryServer: repeatable(v.tuple([id])),
  renewConnections: repeatable(v.tuple([])),
  connectionDetails: once(v.tuple([id])),
  loadCatalog: repeatable(v.tuple([id, v.string()])),
  findFiles: repeatable(v.tuple([id, v.string(), v.pipe(v.string(), v.maxLength(1_000))])),
};
