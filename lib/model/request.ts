import type { Fault } from "./fault";
import type { MessageId, RequestId, SessionId } from "./ids";
import type { ToolInput } from "./part";

/** What the tool call that waits was given. */
export interface AskedCall {
  tool: string;
  input: ToolInput;
  /** Long texts in it are cut. */
  isCut?: true;
}

interface RequestBase {
  id: RequestId;
  /** May be a subagent's session: it is shown on the root session too. */
  sessionId: SessionId;
  /** The tool call that waits, if the server says so. */
  tool?: { messageId: MessageId; callId: string };
  /** That call, once it is known; no request of the server's says what is in it. */
  call?: AskedCall;
}

/** The agent waits for leave to do something. */
export interface PermissionRequest extends RequestBase {
  type: "permission";
  /** What for: `bash`, `edit`, `webfetch`, … */
  permission: string;
  /** What exactly: commands, paths, addresses. */
  patterns: string[];
  /** What "always" would cover. */
  always: string[];
  metadata: Record<string, unknown>;
  /** Why it could not be granted without the user, where that was to be: it is the user's after all. */
  left?: Fault;
}

export type PermissionReply = "once" | "always" | "reject";

export interface Question {
  question: string;
  /** At most 30 characters. */
  header: string;
  options: { label: string; description: string }[];
  multiple: boolean;
  /** Whether an answer of the user's own words is taken. */
  custom: boolean;
}

/** The agent waits for answers. The reply is one list of labels (or own words) a question. */
export interface QuestionRequest extends RequestBase {
  type: "question";
  questions: Question[];
}

export type Request = PermissionRequest | QuestionRequest;
