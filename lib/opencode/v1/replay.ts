import type { SessionFile } from "../../transfer/session-file";
import type { Identify } from "../identifier";

/** An event as `POST /sync/replay` takes it: `seq` counts a session's events from 0 on, without a gap. */
export interface ReplayEvent {
  id: string;
  aggregateID: string;
  seq: number;
  type: string;
  data: Record<string, unknown>;
}

const NOTHING = { cost: 0, tokens: { input: 0, output: 0, reasoning: 0, cache: { read: 0, write: 0 } } };

/**
 * The events after which a server has a session like the exported one. Every id is another: those of the file may be there
 * already. Ids come in the order of the messages and parts, which is what parts are sorted by.
 *
 * @param place whose project's id and whose folder the session gets
 */
export function replayOf(
  { info, messages }: SessionFile,
  place: { directory: string; projectID: string },
  identify: Identify,
): ReplayEvent[] {
  const fresh = new Map<string, string>([[info.id, identify("ses")]]);
  for (const { info: message, parts } of messages) {
    fresh.set(message.id, identify("msg"));
    for (const part of parts) fresh.set(part.id, identify("prt"));
  }
  const sessionID = fresh.get(info.id) ?? "";
  const events: ReplayEvent[] = [];
  const add = (type: string, data: Record<string, unknown>) => {
    events.push({
      id: identify("evt"),
      aggregateID: sessionID,
      seq: events.length,
      type,
      data: { sessionID, ...data },
    });
  };

  const session = { ...withoutTies(info), id: sessionID, ...place };
  // The server adds up what the steps cost while they come [measured on 1.18.33]; the end sets it as it was.
  add("session.created.1", { info: { ...session, ...NOTHING } });
  for (const { info: message, parts } of messages) {
    const id = fresh.get(message.id);
    add("message.updated.1", { info: { ...renamed(message, fresh), id, sessionID } });
    for (const part of parts) {
      const named = { ...renamed(part, fresh), id: fresh.get(part.id), messageID: id, sessionID };
      add("message.part.updated.1", { part: named, time: message.time.created });
    }
  }
  add("session.updated.1", { info: session });
  return events;
}

/**
 * Without what binds a session to where it was: its parent, its link, the snapshot it was reverted to, the archive; and without
 * what it may do there: leave is given by the user, not by a file.
 */
function withoutTies(info: SessionFile["info"]): Record<string, unknown> {
  const { parentID, share, revert, workspaceID, path, permission, ...rest } = info;
  const { archived: _, ...time } = isFields(rest.time) ? rest.time : {};
  return { slug: "imported", version: "", ...rest, time };
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** The same with every text that is one of the old ids being the new one: answers name their questions. */
function renamed<T extends Record<string, unknown>>(value: T, ids: ReadonlyMap<string, string>): T {
  const walk = (inner: unknown): unknown => {
    if (typeof inner === "string") return ids.get(inner) ?? inner;
    if (Array.isArray(inner)) return inner.map(walk);
    if (!isFields(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).map(([name, field]) => [name, walk(field)]));
  };
  return walk(value) as T;
}
