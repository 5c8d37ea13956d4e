import type { Attachment, OutboxEntry } from "../../lib/model";
import type { DraftChange, DraftKey, Drafts } from "../app/drafts";
import { withEntry } from "./edit-entry";

export interface TakeBackDeps {
  drafts: Pick<Drafts, "get" | "change" | "load" | "stored">;
  /** Rejects with a `FaultError` when it has been sent. */
  discard(id: string): Promise<void>;
}

/**
 * Takes a prompt that was not sent back into a draft, with the agent and model that were chosen for it. It stands there,
 * and is stored, before it goes from the outbox: whatever happens between, it is not lost.
 */
export async function takeBack(
  { drafts, discard }: TakeBackDeps,
  key: DraftKey,
  entry: OutboxEntry,
  attachments: Attachment[],
): Promise<void> {
  await drafts.load(key);
  const held = drafts.get(key);
  const { context, mentions, shell } = held;
  // With what is not there, to be taken out again.
  const before: DraftChange = {
    text: held.text,
    context,
    mentions,
    attachments: held.attachments,
    shell,
    agent: held.agent,
    model: held.model,
  };
  const { agent, model } = entry.prompt;
  drafts.change(key, {
    shell: undefined,
    ...withEntry({ ...held }, entry, attachments),
    ...(agent === undefined ? {} : { agent }),
    ...(model === undefined ? {} : { model }),
  });
  const { text } = drafts.get(key);
  await drafts.stored();
  try {
    await discard(entry.prompt.messageId);
  } catch (error) {
    // It was sent: here it would be sent twice. What was typed since is the user's all the same.
    if (drafts.get(key).text === text) drafts.change(key, before);
    throw error;
  }
}
