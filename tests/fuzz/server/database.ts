/** What a simulated server keeps over its death, in the shapes of the wire (as recorded from `opencode serve` 1.18). */

export interface WireSession {
  id: string;
  title: string;
  directory: string;
  projectID: string;
  version: string;
  parentID?: string;
  time: { created: number; updated: number };
  revert?: { messageID: string };
}

export interface WireMessage {
  id: string;
  sessionID: string;
  role: "user" | "assistant";
  time: { created: number; completed?: number };
  parentID?: string;
  finish?: string;
  error?: { name: string; data: { message: string } };
  summary?: { diffs: { additions: number; deletions: number }[] };
}

export interface WirePart extends Record<string, unknown> {
  id: string;
  sessionID: string;
  messageID: string;
  type: string;
}

export interface Row {
  info: WireMessage;
  parts: WirePart[];
}

export interface WireRequest extends Record<string, unknown> {
  id: string;
  sessionID: string;
}

export class Database {
  readonly sessions = new Map<string, WireSession>();
  /**
   * In the order they were inserted, which is the order they are listed in whatever their times say [measured]; those of one
   * millisecond by their ids, as the server's query has it.
   */
  readonly messages = new Map<string, Row[]>();

  /** Milliseconds. */
  private readonly insertedAt = new WeakMap<Row, number>();

  rows(sessionId: string): Row[] {
    return this.messages.get(sessionId) ?? [];
  }

  find(sessionId: string, messageId: string): Row | undefined {
    return this.rows(sessionId).find(({ info }) => info.id === messageId);
  }

  insert(row: Row): void {
    const { sessionID } = row.info;
    const rows = this.messages.get(sessionID) ?? [];
    this.messages.set(sessionID, rows);
    const { id, time } = row.info;
    this.insertedAt.set(row, time.created);
    const isBefore = (other: Row) => this.insertedAt.get(other) === time.created && id < other.info.id;
    const behind = rows.findLastIndex((other) => !isBefore(other));
    rows.splice(behind + 1, 0, row);
  }

  /** Sets a part in its message; parts are kept by id. */
  putPart(part: WirePart): void {
    const row = this.find(part.sessionID, part.messageID);
    if (!row) return;
    const at = row.parts.findIndex(({ id }) => id === part.id);
    if (at >= 0) row.parts[at] = part;
    else row.parts.push(part);
    row.parts.sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  children(sessionId: string): WireSession[] {
    return [...this.sessions.values()].filter(({ parentID }) => parentID === sessionId);
  }

  remove(sessionId: string): void {
    this.sessions.delete(sessionId);
    this.messages.delete(sessionId);
  }
}
