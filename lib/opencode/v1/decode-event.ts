import * as v from "valibot";
import type { WireEvent } from "../../model";
import {
  check,
  decodeAll,
  decodeError,
  decodeMessage,
  decodePermission,
  decodeQuestion,
  decodeSession,
  decodeStatus,
  decodeTodo,
} from "./decode";
import { decodePart } from "./decode-part";
import { AgentError, Envelope, Id } from "./schema";

/** Sent every 10 s [measured]. */
export const HEARTBEAT = "server.heartbeat";

/**
 * Events that tell nothing this program shows. `sync` repeats each stored event in another form; the rest are hints
 * about parts of the server that are asked when needed.
 */
const NOISE = new Set([
  "sync",
  "server.connected",
  HEARTBEAT,
  "session.idle",
  "session.diff",
  "session.compacted",
  "project.updated",
  "plugin.added",
  "reference.updated",
  "models-dev.refreshed",
  "file.edited",
  "file.watcher.updated",
  "lsp.updated",
  "vcs.branch.updated",
  "command.executed",
]);

const Ids = v.object({
  sessionID: Id,
  messageID: v.optional(Id),
  partID: v.optional(Id),
  requestID: v.optional(Id),
});
const Delta = v.object({
  sessionID: Id,
  messageID: Id,
  partID: Id,
  field: v.literal("text"),
  delta: v.string(),
});
const Failure = v.object({ sessionID: Id, error: AgentError });

/**
 * An event of `/global/event`. `skipped`: its kind is unknown, or its content is not what that kind has; `noise`: it
 * tells nothing this program shows.
 *
 * @param onSkipped told of what is left out of an event that is taken, by its kind
 */
export function decodeEvent(
  raw: unknown,
  onSkipped: (kind: string) => void = () => undefined,
): WireEvent | { skipped: string } | { noise: string } {
  const envelope = check(Envelope, raw);
  if (!envelope) return { skipped: "malformed" };
  const { type, properties } = envelope.payload;
  if (NOISE.has(type)) return { noise: type };
  const directory = envelope.directory ?? undefined;
  return decodeProperties({ type, raw: properties, directory, onSkipped }) ?? { skipped: type };
}

function field(properties: unknown, name: string): unknown {
  return typeof properties === "object" && properties !== null && name in properties
    ? (properties as Record<string, unknown>)[name]
    : undefined;
}

interface Properties {
  type: string;
  raw: unknown;
  directory: string | undefined;
  onSkipped(kind: string): void;
}

function decodeProperties({ type, raw, directory, onSkipped }: Properties): WireEvent | undefined {
  switch (type) {
    case "session.created":
    case "session.updated": {
      const session = decodeSession(field(raw, "info"));
      return session && { type: "session.upserted", session };
    }
    case "session.deleted": {
      const session = decodeSession(field(raw, "info"));
      const sessionId = session?.id ?? check(Ids, raw)?.sessionID;
      return sessionId === undefined ? undefined : { type: "session.removed", sessionId };
    }
    case "session.status": {
      const status = decodeStatus(field(raw, "status"));
      const sessionId = check(Ids, raw)?.sessionID;
      return status && sessionId ? { type: "session.status", sessionId, status } : undefined;
    }
    case "session.error": {
      const failure = check(Failure, raw);
      if (!failure) return undefined;
      const { name, message } = decodeError(failure.error);
      return { type: "session.error", sessionId: failure.sessionID, name, message: message.split("\n")[0] || name };
    }
    case "message.updated": {
      const message = decodeMessage(field(raw, "info"));
      return message && { type: "message.upserted", message };
    }
    case "message.removed": {
      const ids = check(Ids, raw);
      return ids?.messageID
        ? { type: "message.removed", sessionId: ids.sessionID, messageId: ids.messageID }
        : undefined;
    }
    case "message.part.updated": {
      const part = decodePart(field(raw, "part"));
      return part && { type: "part.upserted", part };
    }
    case "message.part.removed": {
      const ids = check(Ids, raw);
      if (!ids?.messageID || !ids.partID) return undefined;
      return { type: "part.removed", sessionId: ids.sessionID, messageId: ids.messageID, partId: ids.partID };
    }
    case "message.part.delta": {
      const wire = check(Delta, raw);
      if (!wire) return undefined;
      const { sessionID: sessionId, messageID: messageId, partID: partId, delta } = wire;
      return { type: "part.delta", sessionId, messageId, partId, delta };
    }
    case "permission.asked": {
      const request = decodePermission(raw);
      return request && { type: "request.asked", request };
    }
    case "question.asked": {
      const request = decodeQuestion(raw);
      return request && { type: "request.asked", request };
    }
    case "permission.replied":
    case "question.replied":
    case "question.rejected": {
      const ids = check(Ids, raw);
      return ids?.requestID
        ? { type: "request.settled", sessionId: ids.sessionID, requestId: ids.requestID }
        : undefined;
    }
    case "todo.updated": {
      const sessionId = check(Ids, raw)?.sessionID;
      const listed = field(raw, "todos");
      // What cannot be read is not the same as nothing left to do.
      if (!sessionId || !Array.isArray(listed)) return undefined;
      return { type: "todos.replaced", sessionId, todos: decodeAll(listed, decodeTodo, () => onSkipped("todo")) };
    }
    case "catalog.updated":
    case "integration.updated":
    case "server.instance.disposed":
      return { type: "catalog.stale", directory: directory ?? "" };
  }
  return undefined;
}
