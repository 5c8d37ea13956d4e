import { type AskedCall, describeTool, type PermissionRequest, repeatsOf, type Server } from "../../lib/model";
import { toolOfServer } from "../tools/mcp-names";
import { textOf } from "../tools/tool";
import { permissionPhrase } from "../ui/permission-words";

/**
 * "Run a command?"
 *
 * @param servers MCP servers whose tools it may be; asked for only where it is none of the server's own
 */
export function permissionTitle(permission: string, servers: () => readonly string[]): string {
  const own = permissionPhrase(permission);
  const tool = own === `use ${permission}` ? toolOfServer(permission, servers()) : undefined;
  const phrase = tool ? `use ${tool.tool} of ${tool.server}` : own;
  return `${phrase.charAt(0).toUpperCase()}${phrase.slice(1)}?`;
}

/** The file that is to be changed, if the request names one. */
export function permissionPath(request: PermissionRequest): string {
  const { filepath } = request.metadata;
  return typeof filepath === "string" ? filepath : (request.patterns[0] ?? "");
}

/** What it is for, in the agent's words: what a command does, what a subagent is sent for, what needs a folder outside. */
export function purposeOf(request: PermissionRequest, call: AskedCall | undefined): string {
  if (request.permission === "task") return textOf(request.metadata, "description");
  if (request.permission === "bash") return call ? textOf(call.input, "description") : "";
  if (request.permission !== "external_directory" || !call) return "";
  return describeTool({ tool: call.tool, state: { status: "running", input: call.input } });
}

/** What to know of an agent that repeats itself, to judge whether it is stuck. */
export function loopWords(server: Server, request: PermissionRequest): string {
  const { done, failed } = repeatsOf(server, request);
  const times = done === 2 ? "twice" : `${done} times`;
  const outcome = failed === 0 ? "" : failed === done ? ", and failed each time" : `, and failed ${failed} of them`;
  return `The agent has just done exactly this ${times} in a row${outcome}. It may be stuck: a rejection with a reason leads it elsewhere.`;
}
