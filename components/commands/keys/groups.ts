import { type CommandInfo, GROUPS } from "../command";
import { COMMANDS } from "../list";

/** All commands under their headings. */
export const COMMAND_GROUPS: readonly { name: string; commands: CommandInfo[] }[] = GROUPS.map((name) => ({
  name,
  commands: COMMANDS.filter(({ group }) => group === name),
}));

/** Keys of the composer, which are part of writing and cannot be changed. */
export const WRITING_KEYS = [
  ["Send", "Enter"],
  ["New line", "Shift+Enter"],
  ["What you wrote before", "ArrowUp"],
] as const;

/** What characters do at the beginning of a message, or of a word. */
export const WRITING_SIGNS = [
  ["Commands of the project", "/"],
  ["Files and subagents", "@"],
  ["A line of shell", "!"],
] as const;

/** Keys for what has the focus in an answer. */
export const READING_SIGNS = [["From a file to the next one", "← →"]] as const;
