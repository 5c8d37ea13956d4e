import type { Component } from "solid-js";
import type { SessionId, ToolInput, ToolPart } from "../../lib/model";
import type { Icon } from "../ui/icons";
import type { ToolPhase } from "./phase";

/** How a tool's verb reads: "Run" (asked, failed), "Running", "Ran". */
export interface Verb {
  base: string;
  doing: string;
  done: string;
}

/** One line about a call: icon, verb and what it is about. */
export interface ToolSummary {
  icon: Icon;
  verb: Verb;
  subject?: string;
  /** The subject is code: a command, a path, a pattern. */
  code?: boolean;
  /** The whole path or name behind a short subject; shown when the line is opened. */
  path?: string;
  /** The file or folder that can be opened from the path; `line` counts from 1. */
  opens?: { path: string; line?: number };
  /** Lines added and removed, once known. */
  changes?: { additions: number; deletions: number };
  /** A short fact at the end of the line, e.g. "3 matches". */
  note?: string;
  /** What is wrong although the call has ended well, e.g. "2 errors". */
  alarm?: string;
  /** Says where it stands instead of the phase's usual word, e.g. "Dismissed". */
  status?: string;
  /** The session in which a subagent works on it. */
  session?: SessionId;
}

export interface ToolContext {
  phase: ToolPhase;
  /** Absolute path the session works in; paths below it are shown relative to it. */
  directory: string;
  /** Names of the MCP servers there, as far as they are known; the first reading asks for them. */
  mcpServers(): readonly string[];
}

/** What shows the calls of one tool. */
export interface ToolRenderer {
  /** The tool's names on the wire. */
  tools: readonly string[];
  /** Whether it shows calls of a tool that no renderer names. */
  matches?(tool: string): boolean;
  summary(part: ToolPart, context: ToolContext): ToolSummary;
  /** Shown when the line is opened. */
  Detail: Component<{ part: ToolPart; context: ToolContext }>;
  /** What the user may have standing unfolded. */
  unfolds?: "shell" | "edits";
  /** Looks at the project without changing it: neighbouring calls fold into one line, counted under this name. */
  explores?: { one: string; many: string };
}

/** A text of the input; "" when it is missing or something else (inputs come from a model). */
export function textOf(input: ToolInput, ...names: string[]): string {
  for (const name of names) {
    const value = input[name];
    if (typeof value === "string" && value !== "") return value;
  }
  return "";
}

export function metadataOf(part: ToolPart): Record<string, unknown> {
  return part.state.status === "pending" ? {} : part.state.metadata;
}

/** What the call has put out so far; the error of a failed one. */
export function outputOf(part: ToolPart): string {
  const { state } = part;
  if (state.status === "completed") return state.output;
  if (state.status === "error") return state.error;
  const output = metadataOf(part).output;
  return typeof output === "string" ? output : "";
}

/** `path` as seen from `directory`, if it lies below it. */
export function relativePath(path: string, directory: string): string {
  const base = directory.replace(/[\\/]+$/, "");
  if (base === "" || !path.startsWith(base)) return path;
  const rest = path.slice(base.length);
  if (rest === "") return ".";
  return /^[\\/]/.test(rest) ? rest.slice(1) : path;
}

/** The first line of a text, for a one-line summary. */
export function firstLine(text: string): string {
  return text.trimStart().split("\n", 1)[0]?.trimEnd() ?? "";
}

export function countNote(value: unknown, one: string, many: string): string | undefined {
  if (typeof value !== "number") return undefined;
  return `${value} ${value === 1 ? one : many}`;
}
