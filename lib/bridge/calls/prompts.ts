import * as v from "valibot";
import type { Attachment, Mention, SessionKey } from "../../model";
import type { ModelRef } from "../../model/message";
import { type ContextItem, ContextItemSchema } from "../../page/context";
import { AttachmentSchema, MentionSchema, ModelRefSchema } from "../../storage/schema";
import { type CallTable, id, key, once, repeatable } from "./call";

/** What the user wrote, on its way to a session. */
export interface Outgoing {
  key: SessionKey;
  /** From `identify`, so that a call whose port broke can be made again without a second message. */
  messageId: string;
  text: string;
  context: ContextItem[];
  /** What the text names by `@`. */
  mentions?: Mention[];
  attachments?: Attachment[];
  /** The text is `/name words` with the name of a command, or a line of shell; else a prompt. */
  kind?: "command" | "shell";
  /** While the agent works it waits in the queue; else what runs takes it up at its next step. */
  queue?: true;
  agent?: string;
  model?: ModelRef;
}

/** What the user wrote, and the run it starts. */
export interface PromptCalls {
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
  /**
   * Takes a prompt that waits, or did not arrive, out of the outbox. The panel may put its text back into the composer. Throws
   * `already-sent` when it is on its way, or at the server.
   */
  discard(messageId: string): Promise<void>;
  /** What waits in the session's queue is held: it was written for a run that now has no end. */
  stop(key: SessionKey): Promise<void>;
}

const outgoing = v.object({
  key,
  messageId: id,
  text: v.string(),
  context: v.array(ContextItemSchema),
  mentions: v.exactOptional(v.array(MentionSchema)),
  attachments: v.exactOptional(v.array(AttachmentSchema)),
  kind: v.exactOptional(v.picklist(["command", "shell"])),
  queue: v.exactOptional(v.literal(true)),
  agent: v.exactOptional(v.string()),
  model: v.exactOptional(ModelRefSchema),
});

export const PROMPT_CALLS: CallTable<PromptCalls> = {
  identify: repeatable(v.tuple([key])),
  send: repeatable(v.union([v.tuple([outgoing]), v.tuple([outgoing, v.boolean()])])),
  resend: once(v.tuple([id])),
  discard: once(v.tuple([id])),
  stop: once(v.tuple([key])),
};
