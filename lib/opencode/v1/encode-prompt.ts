import type { Prompt, PromptPart, Run } from "../../model";
import { resourceFilename } from "./resource";

/** By which route below its session's a prompt is handed over, and what stands in the body. */
export interface Handover {
  route: string;
  json: Record<string, unknown>;
}

/** Commands and shell lines are answered when they are over; a server whose client leaves runs them to their end [measured]. */
export function encodePrompt(prompt: Prompt): Handover {
  const { messageId, parts, agent, model, run } = prompt;
  if (run) return encodeRun(prompt, run);
  const json = {
    messageID: messageId,
    parts: parts.map(encodePart),
    agent,
    model: model && { providerID: model.providerId, modelID: model.modelId },
    variant: model?.variant,
  };
  return { route: "/prompt_async", json };
}

function encodeRun({ messageId, parts, agent, model }: Prompt, run: Run): Handover {
  if (run.type === "command") {
    const json = {
      messageID: messageId,
      command: run.name,
      arguments: run.arguments,
      parts: parts.filter((part) => part.type === "file").map(encodePart),
      agent,
      model: model && `${model.providerId}/${model.modelId}`,
      variant: model?.variant,
    };
    return { route: "/command", json };
  }
  const json = {
    messageID: messageId,
    command: run.command,
    // This route alone wants one named.
    agent: agent ?? "build",
    model: model && { providerID: model.providerId, modelID: model.modelId },
  };
  return { route: "/shell", json };
}

function encodePart(part: PromptPart): Record<string, unknown> {
  if (part.type !== "file") return part;
  const { source, client, ...file } = part;
  // It is read because of this, and from there.
  const text = source ?? { value: "", start: 0, end: 0 };
  if (client !== undefined) {
    const filename = resourceFilename(file.filename ?? file.url, client);
    return { ...file, filename, source: { type: "resource", clientName: client, uri: file.url, text } };
  }
  return source ? { ...file, source: { type: "file", path: file.filename ?? file.url, text: source } } : file;
}
