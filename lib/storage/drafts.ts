import * as v from "valibot";
import type { Mention, ModelRef, ServerId, SessionKey } from "../model";
import { type ContextItem, ContextItemSchema } from "../page/context";
import { MentionSchema, ModelRefSchema } from "./schema";
import { defineStored, type Stored } from "./stored";

/** Whose draft: a session's, or that of the session about to be made. */
export type DraftKey = SessionKey | "new";

/** What the user has put together and not sent. */
export interface Draft {
  text: string;
  context: ContextItem[];
  /** What the text names by `@` and sends along; absent: nothing. */
  mentions?: Mention[];
  /** The text is a line of shell. */
  shell?: true;
  /** Absent: the server's default. */
  agent?: string;
  model?: ModelRef;
  /** Of a new session: where it will work. Absent: the project used last. */
  target?: { server: ServerId; directory: string };
}

export const emptyDraft = (): Draft => ({ text: "", context: [] });

/** Only the text is required: whatever else cannot be read, what the user wrote is kept. */
const Schema = v.object({
  text: v.string(),
  context: v.fallback(v.array(v.unknown()), []),
  mentions: v.fallback(v.array(v.unknown()), []),
  shell: v.optional(v.unknown()),
  agent: v.optional(v.unknown()),
  model: v.optional(v.unknown()),
  target: v.optional(v.unknown()),
});
const TargetSchema = v.object({ server: v.string(), directory: v.string() });

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
      if (raw.shell === true) value.shell = true;
      if (v.is(v.string(), raw.agent)) value.agent = raw.agent;
      if (v.is(ModelRefSchema, raw.model)) value.model = raw.model;
      if (v.is(TargetSchema, raw.target)) value.target = raw.target;
      // A choice that is lost is chosen again; what was attached is not found again.
      const lost = raw.context.length - context.length + raw.mentions.length - mentions.length;
      return { value, lost };
    },
    empty: emptyDraft,
    precious: true,
  });
}
