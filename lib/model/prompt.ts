import type { Fault } from "./fault";
import type { MessageId, PartId, SessionKey } from "./ids";
import type { ModelRef } from "./message";
import type { FileRef } from "./part";

/** Where the user's words name a part: `value` as it stands there, from `start` to `end` in UTF-16 units. */
export interface PartSource {
  value: string;
  start: number;
  end: number;
}

export type PromptPart =
  | { id: PartId; type: "text"; text: string; synthetic?: boolean }
  | ({ id: PartId; type: "file"; source?: PartSource } & FileRef)
  | { id: PartId; type: "agent"; name: string; source?: PartSource };

/**
 * What the server does instead of handing the words to the model: it makes a prompt of a command and its arguments, or
 * runs a line of shell in the session's directory.
 */
export type Run = { type: "command"; name: string; arguments: string } | { type: "shell"; command: string };

/** A prompt as it goes out: message and part ids are made here, so that its outcome can be asked for later. */
export interface Prompt {
  messageId: MessageId;
  /** With `run`: what is shown until the server has made its own message of it; of these only files are sent. */
  parts: PromptPart[];
  run?: Run;
  agent?: string;
  model?: ModelRef;
}

/** What `/name words` says; `undefined` for any other text. Whether there is such a command is the catalog's to say. */
export function splitCommand(text: string): { name: string; words: string } | undefined {
  const [, name, words] = /^\/(\S+)\s*([\s\S]*)$/.exec(text) ?? [];
  return name === undefined || words === undefined ? undefined : { name, words: words.trimEnd() };
}

/**
 * A prompt on its way. `queued`: it goes when the session's run is over; `held`: that run ended by a stop or a failure, and
 * it goes when the user says so; `sending`: handed to the server, outcome unknown until it answers; `checking`: no answer
 * came, the server is asked for the message id; `not-sent`: it did not arrive, the text is kept and can be sent again.
 * An entry goes when the message is at the server. Those of a session that wait go in the order in which they stand.
 */
export interface OutboxEntry {
  key: SessionKey;
  prompt: Prompt;
  state: "queued" | "held" | "sending" | "checking" | "not-sent";
  fault?: Fault;
  createdAt: number;
}
