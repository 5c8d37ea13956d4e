import * as v from "valibot";
import type { MessageId, SessionKey } from "../../model";
import { type CallTable, id, key, once, repeatable } from "./call";

/** Prompts that wait for their turn. Each throws `already-sent` when its prompt waits no more. */
export interface QueueCalls {
  /** Stops the run, if there is one, and sends this prompt; the others of its session go on waiting. */
  sendNow(messageId: MessageId): Promise<void>;
  /** Sends it without stopping anything: a run that goes on takes it up at its next step. */
  sendBeside(messageId: MessageId): Promise<void>;
  /** Moves it up (`by` < 0) or down among those of its session. */
  moveQueued(messageId: MessageId, by: number): Promise<void>;
  /**
   * Changes its words; its place, what goes along with them, and who answers stay. What they named by `@` and name no more goes.
   *
   * @param was What it said when the user saw it last. Throws `changed-elsewhere` when it says something else by now.
   * @param kind The words are `/name words` with the name of a command; a line of shell stays one.
   */
  rewordQueued(messageId: MessageId, words: string, was: string, kind?: "command"): Promise<void>;
  /** The user is changing it: for some seconds neither it nor what is behind it goes by itself. */
  awaitQueued(messageId: MessageId): Promise<void>;
  /** They are not any more. */
  unawaitQueued(messageId: MessageId): Promise<void>;
  /** What was held of a session after a stop or a failure goes, one after the other. */
  releaseQueue(key: SessionKey): Promise<void>;
}

export const QUEUE_CALLS: CallTable<QueueCalls> = {
  sendNow: once(v.tuple([id])),
  sendBeside: once(v.tuple([id])),
  moveQueued: once(v.tuple([id, v.pipe(v.number(), v.integer())])),
  rewordQueued: once(
    v.union([v.tuple([id, v.string(), v.string()]), v.tuple([id, v.string(), v.string(), v.literal("command")])]),
  ),
  awaitQueued: repeatable(v.tuple([id])),
  unawaitQueued: repeatable(v.tuple([id])),
  releaseQueue: once(v.tuple([key])),
};
