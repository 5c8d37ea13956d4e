import type { Key } from "../../../lib/keys/key";

/** Of the field for a message. `beside`: without waiting for the agent, which is a command as well, with a key of the user's. */
export const WRITING_KEYS = { send: "Enter", beside: "Mod+Enter", newLine: "Shift+Enter" } as const satisfies Record<
  string,
  Key
>;

/** Of the field for a comment on a line. */
export const COMMENT_KEYS = { add: "Mod+Enter", leave: "Escape" } as const satisfies Record<string, Key>;

/** Moves a queued message, wherever in its line the focus is. Everywhere else these keys are other commands'. */
export const QUEUE_KEYS = { up: "Alt+ArrowUp", down: "Alt+ArrowDown" } as const satisfies Record<string, Key>;
