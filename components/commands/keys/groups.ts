import type { Key } from "../../../lib/keys/key";
import { type CommandInfo, GROUPS } from "../command";
import { COMMANDS } from "../list";
import { COMMENT_KEYS, QUEUE_KEYS, WRITING_KEYS } from "./fixed";

/** All commands under their headings. */
export const COMMAND_GROUPS: readonly { name: string; commands: CommandInfo[] }[] = GROUPS.map((name) => ({
  name,
  commands: COMMANDS.filter(({ group }) => group === name),
}));

/** Keys of what has the focus, by where that is: part of what one does there, they cannot be changed. */
export const FIXED_KEYS: readonly { name: string; keys: readonly (readonly [name: string, key: Key])[] }[] = [
  {
    name: "While you write",
    keys: [
      ["Send", WRITING_KEYS.send],
      ["Send without waiting for the agent", WRITING_KEYS.beside],
      ["New line", WRITING_KEYS.newLine],
      ["What you wrote before", "ArrowUp"],
    ],
  },
  {
    name: "On a queued message",
    keys: [
      ["Move it up", QUEUE_KEYS.up],
      ["Move it down", QUEUE_KEYS.down],
    ],
  },
  {
    name: "While you comment on a line",
    keys: [
      ["Add the comment to your message", COMMENT_KEYS.add],
      ["Back to the line", COMMENT_KEYS.leave],
    ],
  },
];

/** What characters do at the beginning of a message, or of a word. */
export const WRITING_SIGNS = [
  ["Commands of the project", "/"],
  ["Files and subagents", "@"],
  ["A line of shell", "!"],
] as const;

/** Keys for what has the focus in an answer. */
export const READING_SIGNS = [["From a file to the next one", "← →"]] as const;
