import type { MessageId, PartId, SessionId } from "./ids";
import type { AgentError, Tokens } from "./message";

interface PartBase {
  id: PartId;
  sessionId: SessionId;
  messageId: MessageId;
  /** Parts of a message sort by this, as strings. V1: the id. V2: the zero-padded position in the content. */
  order: string;
}

/** Fields of a part whose text grows while it streams. */
interface Growing {
  text: string;
  startedAt?: number;
  /** Set once the text is whole. Until then deltas append to it. */
  endedAt?: number;
  /**
   * Offset at which text may be missing: the stream was away while the part grew, and the server stores a growing
   * text only when it ends [measured on 1.18.33]. Gone when the whole part arrives.
   */
  gapAt?: number;
}

export interface TextPart extends PartBase, Growing {
  type: "text";
  /** Added by the program around the prompt, not written by the user. */
  synthetic?: boolean;
  /** Shown to the user but not sent to the model. */
  ignored?: boolean;
}

export interface ReasoningPart extends PartBase, Growing {
  type: "reasoning";
}

export type ToolInput = Record<string, unknown>;

export type ToolState =
  | { status: "pending"; input: ToolInput; raw: string }
  | { status: "running"; input: ToolInput; title?: string; metadata: Record<string, unknown>; startedAt: number }
  | {
      status: "completed";
      input: ToolInput;
      output: string;
      title: string;
      metadata: Record<string, unknown>;
      attachments: FileRef[];
      startedAt: number;
      endedAt: number;
    }
  | {
      status: "error";
      input: ToolInput;
      error: string;
      metadata: Record<string, unknown>;
      startedAt: number;
      endedAt: number;
    };

export interface ToolPart extends PartBase {
  type: "tool";
  callId: string;
  /** The tool's name: `bash`, `read`, `edit`, an MCP tool's, … */
  tool: string;
  state: ToolState;
}

export interface FileRef {
  mime: string;
  filename?: string;
  /** `data:`, `file:` or `https:`; `held:` for bytes that are too many to be sent about; of a resource its own. */
  url: string;
  /** The MCP server whose resource it is. */
  client?: string;
}

export interface FilePart extends PartBase, FileRef {
  type: "file";
}

/** The user named an agent in the prompt. */
export interface AgentPart extends PartBase {
  type: "agent";
  name: string;
}

/** A prompt handed to a subagent. */
export interface SubtaskPart extends PartBase {
  type: "subtask";
  agent: string;
  description: string;
  prompt: string;
}

/** Where a step of the model begins or ends. */
export interface StepPart extends PartBase {
  type: "step";
  phase: "start" | "finish";
  reason?: string;
  cost?: number;
  tokens?: Tokens;
}

/** Files changed by a step. */
export interface PatchPart extends PartBase {
  type: "patch";
  files: string[];
}

export interface RetryPart extends PartBase {
  type: "retry";
  attempt: number;
  error: AgentError;
  at: number;
}

export interface CompactionPart extends PartBase {
  type: "compaction";
  /** The server compacted by itself because the context was full. */
  auto: boolean;
}

/** A kind this version does not know, or one it knows whose fields are not as expected: kept and shown plainly. */
export interface UnknownPart extends PartBase {
  type: "unknown";
  /** The wire's word for it. */
  kind: string;
  raw: unknown;
}

export type Part =
  | TextPart
  | ReasoningPart
  | ToolPart
  | FilePart
  | AgentPart
  | SubtaskPart
  | StepPart
  | PatchPart
  | RetryPart
  | CompactionPart
  | UnknownPart;

export type GrowingPart = TextPart | ReasoningPart;

export function isGrowing(part: Part): part is GrowingPart {
  return part.type === "text" || part.type === "reasoning";
}
