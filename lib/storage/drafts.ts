import * as v from "valibot";
import { browser } from "wxt/browser";
import type { Attachment, Mention, MessageId, ModelRef, RequestId, ServerId, SessionKey } from "../model";
import { type ContextItem, ContextItemSchema } from "../page/context";
import { AttachmentSchema, MentionSchema, ModelRefSchema } from "./schema";
import { defineStored, removeStored, type Stored } from "./stored";

/** Whose draft: a session's, or that of the session about to be made. */
export type DraftKey = SessionKey | "new";

/** What the user has chosen so far for one question. */
export interface Answer {
  chosen: string[];
  /** Own words, kept even while they are not chosen. */
  own: string;
  ownChosen: boolean;
}

export interface AnswerSheet {
  /** Index of the question on show. */
  at: number;
  answers: Answer[];
}

/** What is meant to be replied to a request: answers to questions, or why a permission is rejected. */
export interface Reply {
  sheet?: AnswerSheet;
  /** "" while it is being thought about. */
  reason?: string;
}

/** Of a message of the queue that the user is changing. */
export interface Rewording {
  /** Its words so far. */
  words: string;
  /** What it said when that began. Absent: an earlier version did not keep it. */
  from?: string;
}

/** What the user has put together and not sent. */
export interface Draft {
  text: string;
  context: ContextItem[];
  /** What the text names by `@` and sends along; absent: nothing. */
  mentions?: Mention[];
  /** Files; absent: none. Their bytes are stored apart. */
  attachments?: Attachment[];
  /** The text is a line of shell. */
  shell?: true;
  /** Absent: the server's default. */
  agent?: string;
  model?: ModelRef;
  /** Of a new session: where it will work. Absent: the project used last. */
  target?: { server: ServerId; directory: string };
  /** To what the session's agent waits for. */
  replies?: Record<RequestId, Reply>;
  rewordings?: Record<MessageId, Rewording>;
  /** The text has what was written for a message of the queue that went before it was saved. */
  late?: true;
}

export const emptyDraft = (): Draft => ({ text: "", context: [] });

/** Only the text is required: whatever else cannot be read, what the user wrote is kept. */
const Schema = v.object({
  text: v.string(),
  context: v.fallback(v.array(v.unknown()), []),
  mentions: v.fallback(v.array(v.unknown()), []),
  attachments: v.fallback(v.array(v.unknown()), []),
  shell: v.optional(v.unknown()),
  agent: v.optional(v.unknown()),
  model: v.optional(v.unknown()),
  target: v.optional(v.unknown()),
  replies: v.fallback(v.record(v.string(), v.unknown()), {}),
  rewordings: v.fallback(v.record(v.string(), v.unknown()), {}),
  late: v.optional(v.unknown()),
  // Of earlier versions, which had one at a time.
  rewording: v.optional(v.unknown()),
});
const RewordingSchema = v.object({ words: v.string(), from: v.exactOptional(v.string()) });
const OnlyRewordingSchema = v.object({ id: v.string(), words: v.string() });
const TargetSchema = v.object({ server: v.string(), directory: v.string() });
const AnswerSchema = v.object({ chosen: v.array(v.string()), own: v.string(), ownChosen: v.boolean() });
const ReplySchema = v.object({
  sheet: v.exactOptional(v.object({ at: v.number(), answers: v.array(AnswerSchema) })),
  reason: v.exactOptional(v.string()),
}) satisfies v.GenericSchema<unknown, Reply>;

const Attached = v.object({ data: v.object({ attachments: v.array(v.object({ id: v.string() })) }) });

/** Ids of what is attached to any draft, also to one that was set aside. */
export async function attachedToDrafts(): Promise<string[]> {
  const stored = Object.entries(await browser.storage.local.get());
  return stored.flatMap(([key, raw]) =>
    /^(aside:)?draft:/.test(key) && v.is(Attached, raw) ? raw.data.attachments.map(({ id }) => id) : [],
  );
}

/** Of all sessions of a server, also those that were set aside. */
export async function dropDrafts(server: ServerId): Promise<void> {
  const stored = Object.keys(await browser.storage.local.get());
  await removeStored(stored.filter((key) => key.replace(/^aside:/, "").startsWith(`draft:${server}/`)));
}

export function storedDraft(key: DraftKey): Stored<Draft> {
  return defineStored<Draft>({
    key: `draft:${key}`,
    version: 1,
    migrations: {},
    read(data) {
      const raw = v.parse(Schema, data);
      const context = raw.context.filter((item): item is ContextItem => v.is(ContextItemSchema, item));
      const value: Draft = { text: raw.text, context };
      const mentions = raw.mentions.filter((mention): mention is Mention => v.is(MentionSchema, mention));
      if (mentions.length > 0) value.mentions = mentions;
      const attachments = raw.attachments.filter((file): file is Attachment => v.is(AttachmentSchema, file));
      if (attachments.length > 0) value.attachments = attachments;
      if (raw.shell === true) value.shell = true;
      if (v.is(v.string(), raw.agent)) value.agent = raw.agent;
      if (v.is(ModelRefSchema, raw.model)) value.model = raw.model;
      if (v.is(TargetSchema, raw.target)) value.target = raw.target;
      const replies = Object.entries(raw.replies).filter((entry): entry is [string, Reply] =>
        v.is(ReplySchema, entry[1]),
      );
      if (replies.length > 0) value.replies = Object.fromEntries(replies);
      const rewordings = Object.entries(raw.rewordings).filter((entry): entry is [string, Rewording] =>
        v.is(RewordingSchema, entry[1]),
      );
      if (v.is(OnlyRewordingSchema, raw.rewording)) {
        rewordings.push([raw.rewording.id, { words: raw.rewording.words }]);
      }
      if (rewordings.length > 0) value.rewordings = Object.fromEntries(rewordings);
      if (raw.late === true) value.late = true;
      // A choice that is lost is chosen again; what was attached is not found again.
      const attached = raw.context.length + raw.mentions.length + raw.attachments.length;
      const lost = attached - context.length - mentions.length - attachments.length;
      return { value, lost };
    },
    empty: emptyDraft,
    precious: true,
  });
}
