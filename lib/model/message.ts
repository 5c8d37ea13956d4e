import type { MessageId, SessionId } from "./ids";

export interface Tokens {
  input: number;
  output: number;
  reasoning: number;
  cacheRead: number;
  cacheWrite: number;
}

export interface ModelRef {
  providerId: string;
  modelId: string;
  /** Effort or another variant the model offers. */
  variant?: string;
}

/** An error of the agent or its provider, as the server words it. */
export interface AgentError {
  /** The server's class of error, e.g. `APIError`, `MessageAbortedError`. */
  name: string;
  message: string;
  statusCode?: number;
}

/**
 * A message without its parts. In V1 an assistant message is one step of a turn, in V2 one row; consecutive assistant
 * messages are shown as one turn.
 */
export interface Message {
  id: MessageId;
  sessionId: SessionId;
  /** `other`: rows that are neither (V2 system, synthetic, shell …); `kind` has the wire's word. */
  role: "user" | "assistant" | "other";
  kind?: string;
  /** Messages of a session sort by this, as strings. V1: time of creation, then the id. */
  order: string;
  createdAt: number;
  completedAt?: number;
  agent?: string;
  model?: ModelRef;
  error?: AgentError;
  /** US dollars. */
  cost?: number;
  tokens?: Tokens;
  /** Why the model stopped: `stop`, `tool-calls`, `length` … */
  finish?: string;
  /** Files and lines that the turn this user message began has changed. `files` is not stored by every version. */
  changes?: { additions: number; deletions: number; files?: number };
  /** The summary that a compaction left. */
  isSummary?: boolean;
}
