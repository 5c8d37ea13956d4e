import type { Outgoing } from "../bridge/calls/prompts";
import { type Run, splitCommand } from "../model";
import { fence } from "../page/fence";

/**
 * What the server is to do with a text that is no prompt. A command has nothing but its arguments: what goes along from pages
 * stands after the user's own.
 */
export function runOf({ kind, text, context }: Pick<Outgoing, "kind" | "text" | "context">): Run | undefined {
  if (kind === "shell") return { type: "shell", command: text };
  const command = kind === "command" ? splitCommand(text) : undefined;
  if (!command) return undefined;
  const words = [command.words, ...context.map(fence)].filter((piece) => piece !== "");
  return { type: "command", name: command.name, arguments: words.join("\n\n") };
}
