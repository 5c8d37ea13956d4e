import { describeTool, type PermissionRequest, type ToolPart } from "../../lib/model";
import { subjectOf } from "../cards/request-subject";
import { textOf } from "../tools/tool";
import { permissionPhrase } from "../ui/permission-words";

/** "Run a command?" */
export function permissionTitle(permission: string): string {
  const phrase = permissionPhrase(permission);
  return `${phrase.charAt(0).toUpperCase()}${phrase.slice(1)}?`;
}

/** The file that is to be changed, if the request names one. */
export function permissionPath(request: PermissionRequest): string {
  const { filepath } = request.metadata;
  return typeof filepath === "string" ? filepath : (request.patterns[0] ?? "");
}

/** What it is for, in the agent's words: what a command does, what a subagent is sent for, what needs a folder outside. */
export function purposeOf(request: PermissionRequest, call: ToolPart | undefined): string {
  if (request.permission === "task") return textOf(request.metadata, "description");
  if (request.permission === "bash") return call ? textOf(call.state.input, "description") : "";
  return request.permission === "external_directory" && call ? describeTool(call) : "";
}

/** What exactly is asked for; of a tool that says nothing of it, and of a repeated step, what the tool gets. */
export function wholeSubjectOf(request: PermissionRequest, call: ToolPart | undefined): string {
  const subject = subjectOf(request);
  const input = request.permission === "doom_loop" ? request.metadata.input : subject ? undefined : call?.state.input;
  if (typeof input !== "object" || input === null || Object.keys(input).length === 0) return subject;
  return [subject, JSON.stringify(input, undefined, 2)].filter(Boolean).join("\n");
}
