import type { Outgoing } from "../bridge/calls/prompts";
import { type Run, splitCommand } from "../model";

/**
 * What the server is to do with a text that is no prompt. A command has nothing but its arguments: what goes along from pages
 * stands after the user's own.
 *
 * @param fenced what goes along from pages, as it is sent
 */
export function runOf({ kind, text }: Pick<Outgoing, "kind" | "text">, fenced: readonly string[]): Run | undefined {
  if (kind === "shell") return { type: "shell", command: text };
  const command = kind === "command" ? splitCommand(text) : undefined;
  if (!command) return undefined;
  const words = [command.words, ...fenced].filter((piece) => piece !== "");
  return { type: "command", name: command.name, arguments: words.join("\n\n") };
}
