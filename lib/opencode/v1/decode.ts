import * as v from "valibot";
import type * as M from "../../model";
import { compact } from "../compact";
import * as Wire from "./schema";

/** Checks `raw`; `undefined` when it is not what it should be. */
export function check<S extends v.GenericSchema>(schema: S, raw: unknown): v.InferOutput<S> | undefined {
  const result = v.safeParse(schema, raw);
  return result.success ? result.output : undefined;
}

/** Decodes each of a list, leaving out what is no such thing and telling `onSkipped` of it; also of a list that is none. */
export function decodeAll<T>(raw: unknown, decode: (raw: unknown) => T | undefined, onSkipped: () => void): T[] {
  if (!Array.isArray(raw)) {
    onSkipped();
    return [];
  }
  const decoded: T[] = [];
  for (const item of raw) {
    const value = decode(item);
    if (value === undefined) onSkipped();
    else decoded.push(value);
  }
  return decoded;
}

interface WireTokens {
  input: number;
  output: number;
  reasoning: number;
  cache: { read: number; write: number };
}

export function decodeTokens(tokens: WireTokens | null | undefined): M.Tokens | undefined {
  if (!tokens) return undefined;
  const { input, output, reasoning, cache } = tokens;
  return { input, output, reasoning, cacheRead: cache.read, cacheWrite: cache.write };
}

export function decodeError({ name, data }: v.InferOutput<typeof Wire.AgentError>): M.AgentError {
  // What the server did not foresee comes with the name of its class and a stack trace [measured on 1.18.33].
  const said = name === "UnknownError" ? data.message.replace(/^\w*Error: /, "").split("\n", 1)[0] : data.message;
  return compact({ name, message: said || name, statusCode: data.statusCode ?? undefined });
}

/** Untitled sessions carry a title like `New session - <ISO time>` [measured]. */
const UNTITLED = /^(New|Child) session - \d{4}-\d\d-\d\dT/;

export function decodeSession(raw: unknown): M.Session | undefined {
  const wire = check(Wire.Session, raw);
  if (!wire) return undefined;
  return compact({
    id: wire.id,
    title: UNTITLED.test(wire.title) ? "" : wire.title,
    directory: wire.directory,
    projectId: wire.projectID,
    parentId: wire.parentID ?? undefined,
    createdAt: wire.time.created,
    updatedAt: wire.time.updated,
    // What was taken out of the archive keeps a 0: a time can be changed there, and not be removed [measured on 1.18.33].
    archivedAt: wire.time.archived || undefined,
    cost: wire.cost ?? undefined,
    tokens: decodeTokens(wire.tokens),
    changes: wire.summary ?? undefined,
    shareUrl: wire.share?.url,
    agent: wire.agent ?? undefined,
    model: wire.model ? decodeModelRef({ ...wire.model, modelID: wire.model.id }) : undefined,
    revertedFrom: wire.revert?.messageID,
  });
}

export function decodeModelRef(wire: {
  providerID: string;
  modelID: string;
  variant?: string | null | undefined;
}): M.ModelRef {
  // The server writes its own default as a variant of this name [measured].
  const variant = wire.variant && wire.variant !== "default" ? wire.variant : undefined;
  return compact({ providerId: wire.providerID, modelId: wire.modelID, variant });
}

export function decodeStatus(raw: unknown): M.RunStatus | undefined {
  const wire = check(Wire.Status, raw);
  if (wire?.type !== "retry") return wire;
  return { type: "retry", attempt: wire.attempt, message: wire.message, nextAt: wire.next };
}

/**
 * Ids do not give the order: their 36 bits of time wrapped on 2026-08-14, and clients may make them with any clock. The
 * server's time of creation does [measured on 1.18.33].
 */
function messageOrder(createdAt: number, id: string): string {
  return `${String(Math.floor(createdAt)).padStart(15, "0")}:${id}`;
}

/**
 * Makes the order of messages the one in which the server lists them: one that was handed to it a second time is listed where
 * it was, but with the time of the second [measured on 1.18.33]. It then comes before the next one's time.
 */
export function orderAsListed(messages: M.Message[]): void {
  for (let at = messages.length - 2; at >= 0; at--) {
    const [message, next] = [messages[at], messages[at + 1]];
    if (!message || !next || message.order < next.order) continue;
    message.createdAt = next.createdAt - 1;
    message.order = messageOrder(message.createdAt, message.id);
  }
}

export function decodeMessage(raw: unknown): M.Message | undefined {
  const wire = check(Wire.Message, raw);
  if (!wire) return undefined;
  const isKnown = wire.role === "user" || wire.role === "assistant";
  const own = wire.providerID && wire.modelID ? { providerID: wire.providerID, modelID: wire.modelID } : undefined;
  const model = wire.model ?? (own ? { ...own, variant: wire.variant } : undefined);
  return compact({
    id: wire.id,
    sessionId: wire.sessionID,
    role: isKnown ? (wire.role as "user" | "assistant") : ("other" as const),
    kind: isKnown ? undefined : wire.role,
    order: messageOrder(wire.time.created, wire.id),
    createdAt: wire.time.created,
    completedAt: wire.time.completed ?? undefined,
    agent: wire.agent ?? undefined,
    model: model ? decodeModelRef(model) : undefined,
    error: wire.error ? decodeError(wire.error) : undefined,
    cost: wire.cost ?? undefined,
    tokens: decodeTokens(wire.tokens),
    finish: wire.finish ?? undefined,
    changes: turnChanges(wire.summary),
    isSummary: wire.summary === true ? true : undefined,
  });
}

function turnChanges(summary: unknown): M.Message["changes"] {
  const diffs = check(Wire.TurnSummary, summary)?.diffs ?? [];
  if (diffs.length === 0) return undefined;
  return {
    files: diffs.length,
    additions: diffs.reduce((sum, diff) => sum + diff.additions, 0),
    deletions: diffs.reduce((sum, diff) => sum + diff.deletions, 0),
  };
}

export function decodeRequestTool(tool: { messageID: string; callID: string } | null | undefined) {
  return tool ? { messageId: tool.messageID, callId: tool.callID } : undefined;
}

export function decodePermission(raw: unknown): M.PermissionRequest | undefined {
  const wire = check(Wire.Permission, raw);
  if (!wire) return undefined;
  const { id, permission, patterns, always, metadata } = wire;
  const tool = decodeRequestTool(wire.tool);
  return compact({ type: "permission", id, sessionId: wire.sessionID, permission, patterns, always, metadata, tool });
}

export function decodeQuestion(raw: unknown): M.QuestionRequest | undefined {
  const wire = check(Wire.Question, raw);
  if (!wire) return undefined;
  const tool = decodeRequestTool(wire.tool);
  return compact({ type: "question", id: wire.id, sessionId: wire.sessionID, questions: wire.questions, tool });
}

export function decodeTodo(raw: unknown): M.Todo | undefined {
  return check(Wire.Todo, raw);
}

export function decodeProject(raw: unknown): M.Project | undefined {
  const wire = check(Wire.Project, raw);
  if (!wire) return undefined;
  return compact({
    id: wire.id,
    directory: wire.worktree,
    name: wire.name ?? undefined,
    worktrees: wire.sandboxes.length > 0 ? wire.sandboxes : undefined,
    usedAt: wire.time?.updated,
  });
}
