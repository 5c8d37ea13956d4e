import * as v from "valibot";
import type { ModelRef, ServerId, SessionKey } from "../model";
import { type ContextItem, ContextItemSchema } from "../page/context";
import { ModelRefSchema } from "./schema";
import { defineStored, type Stored } from "./stored";

/** Whose draft: a session's, or that of the session about to be made. */
export type DraftKey = SessionKey | "new";

/** What the user has put together and not sent. */
export interface Draft {
  text: string;
  context: ContextItem[];
  /** Absent: the server's default. */
  agent?: string;
  model?: ModelRef;
  /** Of a new session: where it will work. Absent: the project used last. */
  target?: { server: ServerId; directory: string };
}

export const emptyDraft = (): Draft => ({ text: "", context: [] });

const Schema = v.object({
  text: v.string(),
  context: v.array(v.unknown()),
  agent: v.exactOptional(v.string()),
  model: v.exactOptional(ModelRefSchema),
  target: v.exactOptional(v.object({ server: v.string(), directory: v.string() })),
});

export function storedDraft(key: DraftKey): Stored<Draft> {
  return defineStored<Draft>({
    key: `draft:${key}`,
    version: 1,
    migrations: {},
    read(data) {
      const raw = v.parse(Schema, data);
      const context = raw.context.filter((item): item is ContextItem => v.is(ContextItemSchema, item));
      return { value: { ...raw, context }, lost: raw.context.length - context.length };
    },
    empty: emptyDraft,
    precious: true,
  });
}
