import type { Fault } from "./fault";
import type { MessageId, PartId, SessionKey } from "./ids";
import type { ModelRef } from "./message";

export type PromptPart =
  | { id: PartId; type: "text"; text: string; synthetic?: boolean }
  | { id: PartId; type: "file"; mime: string; filename?: string; url: string };

/** A prompt as it goes out: message and part ids are made here, so that its outcome can be asked for later. */
export interface Prompt {
  messageId: MessageId;
  parts: PromptPart[];
  agent?: string;
  model?: ModelRef;
}

/**
 * A prompt on its way. `sending`: handed to the server, outcome unknown until it answers; `checking`: no answer came,
 * the server is asked for the message id; `not-sent`: it did not arrive, the text is kept and can be sent again.
 * An entry goes when the message is at the server.
 */
export interface OutboxEntry {
  key: SessionKey;
  prompt: Prompt;
  state: "sending" | "checking" | "not-sent";
  fault?: Fault;
  createdAt: number;
}
