import { describeLoop, isLoop } from "./loop";
import type { ToolInput } from "./part";
import type { AskedCall, PermissionRequest } from "./request";

/** Characters of the input of a call that a request carries along, at the most, and of one text in it where that is too long. */
const INPUT_LIMIT = 16_000;
const TEXT_LIMIT = 2_000;

/**
 * What exactly is asked for. A command's `metadata.command`, where the server sends it, is the whole of it, while the
 * patterns may be its pieces. Empty when the request does not say.
 */
export function askedFor(request: PermissionRequest): string {
  if (isLoop(request)) return describeLoop(request);
  const { command } = request.metadata;
  if (request.permission === "bash" && typeof command === "string" && command) return command;
  // A pattern for everything says nothing.
  return request.patterns.filter((pattern) => pattern !== "*").join("\n");
}

/** The same, and what the tool gets where the request says nothing of it, or where a step is repeated. */
export function askedInFull(request: PermissionRequest, call: AskedCall | undefined): string {
  const subject = askedFor(request);
  const input = isLoop(request) ? request.metadata.input : subject ? undefined : call?.input;
  if (typeof input !== "object" || input === null || Object.keys(input).length === 0) return subject;
  return [subject, JSON.stringify(input, undefined, 2)].filter(Boolean).join("\n");
}

/** Whether its words say all there is to judge: not of a change to a file, nor of a call of which nobody knows the input. */
export function isToldInFull(request: PermissionRequest, call: AskedCall | undefined): boolean {
  if (request.permission === "edit" || "diff" in request.metadata) return false;
  const isOfCall = !isLoop(request) && askedFor(request) === "";
  return askedInFull(request, call) !== "" && !(isOfCall && call?.isCut);
}

/** A call as a request carries it along: of a long one no more than can be judged at a glance. */
export function boundedCall(tool: string, input: ToolInput): AskedCall {
  if (JSON.stringify(input).length <= INPUT_LIMIT) return { tool, input };
  const cut = Object.fromEntries(Object.entries(input).map(([name, value]) => [name, cutValue(value)]));
  return { tool, input: JSON.stringify(cut).length <= INPUT_LIMIT ? cut : {}, isCut: true };
}

function cutValue(value: unknown): unknown {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  if (text.length <= TEXT_LIMIT) return value;
  return `${text.slice(0, TEXT_LIMIT)}… (${text.length - TEXT_LIMIT} more characters)`;
}
