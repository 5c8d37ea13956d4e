import * as v from "valibot";
import type { MessageId, SessionKey } from "../../model";
import { type CallTable, id, key, once } from "./call";

/** Prompts that wait for their turn. Each throws `already-sent` when its prompt waits no more. */
export interface QueueCalls {
  /** Stops the run, if there is one, and sends this prompt; the others of its session go on waiting. */
  sendNow(messageId: MessageId): Promise<void>;
  /** Sends it without stopping anything: a run that goes on takes it up at its next step. */
  sendBeside(messageId: MessageId): Promise<void>;
  /** Moves it up (`by` < 0) or down among those of its session. */
  moveQueued(messageId: MessageId, by: number): Promise<void>;
  /** What was held of a session after a stop or a failure goes, one after the other. */
  releaseQueue(key: SessionKey): Promise<void>;
}

export const QUEUE_CALLS: CallTable<QueueCalls> = {
  sendNow: once(v.tuple([id])),
  sendBeside: once(v.tuple([id])),
  moveQueued: once(v.tuple([id, v.pipe(v.number(), v.integer())])),
  releaseQueue: once(v.tuple([key])),
};
