import * as v from "valibot";
import {
  type Activity,
  type Attachment,
  areLines,
  type Card,
  type Deletion,
  type Mention,
  type Message,
  type MessageWithParts,
  type OutboxEntry,
  type Part,
  type Project,
  type Run,
  type Session,
} from "../model";

/** Checks of the model's shapes, for what comes back from storage. */

const optional = v.exactOptional;
const Tokens = v.object({
  input: v.number(),
  output: v.number(),
  reasoning: v.number(),
  cacheRead: v.number(),
  cacheWrite: v.number(),
});
const Fields = v.record(v.string(), v.unknown());
export const ModelRefSchema = v.object({
  providerId: v.string(),
  modelId: v.string(),
  variant: optional(v.string()),
});
const AgentError = v.object({ name: v.string(), message: v.string(), statusCode: optional(v.number()) });
export const SessionKeySchema = v.custom<`${string}/${string}`>(
  (raw) => typeof raw === "string" && raw.indexOf("/") > 0,
);

export const SessionSchema = v.object({
  id: v.string(),
  title: v.string(),
  directory: v.string(),
  projectId: v.string(),
  parentId: optional(v.string()),
  createdAt: v.number(),
  updatedAt: v.number(),
  archivedAt: optional(v.number()),
  cost: optional(v.number()),
  tokens: optional(Tokens),
  changes: optional(v.object({ additions: v.number(), deletions: v.number(), files: v.number() })),
  shareUrl: optional(v.string()),
  endedShareUrl: optional(v.string()),
  agent: optional(v.string()),
  model: optional(ModelRefSchema),
  revertedFrom: optional(v.string()),
}) satisfies v.GenericSchema<unknown, Session>;

export const ActivitySchema = v.object({
  kind: v.picklist(["text", "reasoning", "tool", "user", "error"]),
  line: v.string(),
  at: v.number(),
  isOpen: optional(v.literal(true)),
  changes: optional(v.object({ additions: v.number(), deletions: v.number() })),
}) satisfies v.GenericSchema<unknown, Activity>;

export const ProjectSchema = v.object({
  id: v.string(),
  directory: v.string(),
  name: optional(v.string()),
  worktrees: optional(v.array(v.string())),
  usedAt: optional(v.number()),
}) satisfies v.GenericSchema<unknown, Project>;

const MessageSchema = v.object({
  id: v.string(),
  sessionId: v.string(),
  role: v.picklist(["user", "assistant", "other"]),
  kind: optional(v.string()),
  order: v.string(),
  createdAt: v.number(),
  completedAt: optional(v.number()),
  agent: optional(v.string()),
  model: optional(ModelRefSchema),
  error: optional(AgentError),
  cost: optional(v.number()),
  tokens: optional(Tokens),
  finish: optional(v.string()),
  changes: optional(v.object({ additions: v.number(), deletions: v.number(), files: optional(v.number()) })),
  isSummary: optional(v.boolean()),
}) satisfies v.GenericSchema<unknown, Message>;

const base = { id: v.string(), sessionId: v.string(), messageId: v.string(), order: v.string() };
const growing = {
  text: v.string(),
  startedAt: optional(v.number()),
  endedAt: optional(v.number()),
  gapAt: optional(v.number()),
};
const FileRef = { mime: v.string(), filename: optional(v.string()), url: v.string(), client: optional(v.string()) };
const ended = { input: Fields, metadata: Fields, startedAt: v.number(), endedAt: v.number() };
const ToolStateSchema = v.variant("status", [
  v.object({ status: v.literal("pending"), input: Fields, raw: v.string() }),
  v.object({
    status: v.literal("running"),
    input: Fields,
    title: optional(v.string()),
    metadata: Fields,
    startedAt: v.number(),
  }),
  v.object({
    status: v.literal("completed"),
    output: v.string(),
    title: v.string(),
    attachments: v.array(v.object(FileRef)),
    ...ended,
  }),
  v.object({ status: v.literal("error"), error: v.string(), ...ended }),
]);

const PartSchema = v.variant("type", [
  v.object({
    ...base,
    type: v.literal("text"),
    ...growing,
    synthetic: optional(v.boolean()),
    ignored: optional(v.boolean()),
  }),
  v.object({ ...base, type: v.literal("reasoning"), ...growing }),
  v.object({ ...base, type: v.literal("tool"), callId: v.string(), tool: v.string(), state: ToolStateSchema }),
  v.object({ ...base, type: v.literal("file"), ...FileRef }),
  v.object({ ...base, type: v.literal("agent"), name: v.string() }),
  v.object({
    ...base,
    type: v.literal("subtask"),
    agent: v.string(),
    description: v.string(),
    prompt: v.string(),
  }),
  v.object({
    ...base,
    type: v.literal("step"),
    phase: v.picklist(["start", "finish"]),
    reason: optional(v.string()),
    cost: optional(v.number()),
    tokens: optional(Tokens),
  }),
  v.object({ ...base, type: v.literal("patch"), files: v.array(v.string()) }),
  v.object({ ...base, type: v.literal("retry"), attempt: v.number(), error: AgentError, at: v.number() }),
  v.object({ ...base, type: v.literal("compaction"), auto: v.boolean() }),
  v.object({ ...base, type: v.literal("unknown"), kind: v.string(), raw: v.unknown() }),
]) satisfies v.GenericSchema<unknown, Part>;

export const MessageWithPartsSchema = v.object({
  message: MessageSchema,
  parts: v.array(PartSchema),
}) satisfies v.GenericSchema<unknown, MessageWithParts>;

export const CardSchema = v.object({
  key: SessionKeySchema,
  pinned: v.boolean(),
  usedAt: v.number(),
  seenAt: v.number(),
  page: optional(v.object({ url: v.string(), title: v.string() })),
}) satisfies v.GenericSchema<unknown, Card>;

export const SeenSchema = v.object({ key: SessionKeySchema, seenAt: v.number() });

export const MentionSchema = v.variant("type", [
  v.object({ type: v.literal("file"), path: v.string(), lines: optional(v.pipe(v.string(), v.check(areLines))) }),
  v.object({ type: v.literal("agent"), name: v.string() }),
  v.object({ type: v.literal("resource"), name: v.string(), uri: v.string(), client: v.string() }),
]) satisfies v.GenericSchema<unknown, Mention>;

export const AttachmentSchema = v.object({
  id: v.pipe(v.string(), v.nonEmpty(), v.maxLength(200)),
  name: v.string(),
  mime: v.string(),
  size: v.number(),
  scaledFrom: optional(v.object({ width: v.number(), height: v.number() })),
}) satisfies v.GenericSchema<unknown, Attachment>;

const source = optional(v.object({ value: v.string(), start: v.number(), end: v.number() }));
const PromptPartSchema = v.variant("type", [
  v.object({ id: v.string(), type: v.literal("text"), text: v.string(), synthetic: optional(v.boolean()) }),
  v.object({ id: v.string(), type: v.literal("file"), ...FileRef, source }),
  v.object({ id: v.string(), type: v.literal("agent"), name: v.string(), source }),
]);
const RunSchema = v.variant("type", [
  v.object({ type: v.literal("command"), name: v.string(), arguments: v.string() }),
  v.object({ type: v.literal("shell"), command: v.string() }),
]) satisfies v.GenericSchema<unknown, Run>;

export const OutboxEntrySchema = v.object({
  key: SessionKeySchema,
  prompt: v.object({
    messageId: v.string(),
    parts: v.array(PromptPartSchema),
    agent: optional(v.string()),
    model: optional(ModelRefSchema),
    run: optional(RunSchema),
  }),
  state: v.picklist(["queued", "held", "sending", "checking", "not-sent"]),
  // The reason is of the moment; after a restart the state alone counts.
  createdAt: v.number(),
}) satisfies v.GenericSchema<unknown, OutboxEntry>;

export const DeletionSchema = v.object({
  key: SessionKeySchema,
  title: v.string(),
  dueAt: v.number(),
}) satisfies v.GenericSchema<unknown, Deletion>;

/** Reads a list row by row: a bad row costs that row. */
export function readRows<S extends v.GenericSchema>(schema: S) {
  return (data: unknown): { value: v.InferOutput<S>[]; lost: number } => {
    if (!Array.isArray(data)) throw new TypeError("not a list");
    const value: v.InferOutput<S>[] = [];
    for (const row of data) {
      const result = v.safeParse(schema, row);
      if (result.success) value.push(result.output);
    }
    return { value, lost: data.length - value.length };
  };
}

/** Reads one object; all or nothing. */
export function readWhole<S extends v.GenericSchema>(schema: S) {
  return (data: unknown): { value: v.InferOutput<S>; lost: number } => ({ value: v.parse(schema, data), lost: 0 });
}
