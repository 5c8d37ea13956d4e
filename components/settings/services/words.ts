import type { Formatter, McpServer } from "../../../lib/opencode/services";
import type { Mark } from "../../ui/StateMark";

const MCP: Record<McpServer["state"], { mark: Mark; word: string }> = {
  connected: { mark: "ready", word: "Connected" },
  off: { mark: "none", word: "Off" },
  failed: { mark: "failed", word: "Failed" },
  "sign-in": { mark: "waiting", word: "Wants you to sign in" },
  registration: { mark: "waiting", word: "Wants a registered client: put its id into OpenCode’s configuration" },
  other: { mark: "none", word: "In a state that is not known here" },
};

export function mcpWords({ state, error }: McpServer): { mark: Mark; word: string } {
  const { mark, word } = MCP[state];
  return { mark, word: error ? `${word}: ${error}` : word };
}

/** "prettier (.ts, .css), gofmt (.go)": those that are on, or those that are off. */
export function formatterWords(formatters: readonly Formatter[], on: boolean): string {
  return formatters
    .filter((one) => one.enabled === on)
    .map(({ name, extensions }) => (extensions.length > 0 ? `${name} (${extensions.join(", ")})` : name))
    .join(", ");
}

/** The code in what was pasted: the address at which a sign-in ended, or the code itself. */
export function codeIn(pasted: string): string {
  const text = pasted.trim();
  return (URL.canParse(text) ? new URL(text).searchParams.get("code") : undefined) ?? text;
}
