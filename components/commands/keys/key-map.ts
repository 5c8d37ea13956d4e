import { isSingle, type Key } from "../../../lib/keys/key";
import { whyTaken } from "../../../lib/keys/taken";
import type { KeyChoices } from "../../../lib/storage/keys";
import type { CommandInfo } from "../command";

type Keyed = Pick<CommandInfo, "id" | "key">;

/** The key of a command as the user has it; `undefined`: none. */
export function keyInForce(command: Keyed, { changed }: KeyChoices): Key | undefined {
  const own = changed[command.id];
  return own === null ? undefined : (own ?? command.key);
}

/** The command that a key leads to; where stored choices clash with a usual key of a newer version, the user's own wins. */
export function commandOf<C extends Keyed>(commands: readonly C[], key: Key, choices: KeyChoices): C | undefined {
  if (!choices.single && isSingle(key)) return undefined;
  const having = commands.filter((command) => keyInForce(command, choices) === key);
  return having.find(({ id }) => id in choices.changed) ?? having[0];
}

/** Whether a key can be given to a command, and if not, why: it is not the page's to have, or another one has it. */
export type Judgement<C> =
  | { type: "free" }
  | { type: "same" }
  | { type: "taken"; by: "browser" | "writing" | "extension" }
  | { type: "clash"; with: C };

/** @param extensions those that the browser keeps for the extension itself */
export function judge<C extends Keyed>(
  commands: readonly C[],
  command: Keyed,
  key: Key,
  choices: KeyChoices,
  isMac: boolean,
  extensions: ReadonlySet<Key> = new Set(),
): Judgement<C> {
  const by = extensions.has(key) ? "extension" : whyTaken(key, isMac);
  if (by) return { type: "taken", by };
  if (keyInForce(command, choices) === key) return { type: "same" };
  const other = commands.find((one) => one.id !== command.id && keyInForce(one, choices) === key);
  return other ? { type: "clash", with: other } : { type: "free" };
}

/** The choices with another key for a command; `undefined`: none. */
export function withKey(choices: KeyChoices, command: Keyed, key: Key | undefined): KeyChoices {
  const { [command.id]: _, ...rest } = choices.changed;
  const changed = key === command.key ? rest : { ...rest, [command.id]: key ?? null };
  return { ...choices, changed };
}

/** The choices after `command` has taken a key from another one, which gets what that had. */
export function swapped(choices: KeyChoices, command: Keyed, other: Keyed): KeyChoices {
  const [own, wanted] = [keyInForce(command, choices), keyInForce(other, choices)];
  return withKey(withKey(choices, command, wanted), other, own);
}
