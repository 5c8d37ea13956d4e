import type { Key } from "../../../lib/keys/key";

/** Moves a queued message, wherever in its line the focus is. Everywhere else these keys are other commands'. */
export const QUEUE_KEYS = { up: "Alt+ArrowUp", down: "Alt+ArrowDown" } as const satisfies Record<string, Key>;
