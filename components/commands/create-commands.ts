import { type Accessor, createSignal, onCleanup, useContext } from "solid-js";
import type { Key } from "../../lib/keys/key";
import { ariaKey, shownKey } from "../../lib/keys/words";
import type { ServerId } from "../../lib/model";
import { isMac } from "../../lib/platform/system";
import { type KeyChoices, storedKeys } from "../../lib/storage/keys";
import { LayerDepth } from "../app/layers";
import type { CommandInfo, CommandOffer } from "./command";
import { commandOf, keyInForce } from "./keys/key-map";
import { COMMANDS } from "./list";

/** @param at where the focus is: what is shown several times offers its commands only there */
type Source = (at: Element | null) => readonly CommandOffer[];

/** What commands open over whatever is on show. `remove`: asks before that server is. */
export type CommandDialog = "palette" | "keys" | { remove: ServerId };

/** The commands of the panel as they are now. Reading is reactive. */
export interface Commands {
  /**
   * Offers what a part of the panel can do, for as long as that is there and nothing lies over it.
   *
   * @param everywhere also while something lies over it
   */
  offer(source: Source, everywhere?: "everywhere"): void;
  /** What can be done where the focus is, by group as in the list. */
  offered(at: Element | null): CommandOffer[];
  /** The command of a key. */
  of(key: Key): CommandInfo | undefined;
  /** How the key of a command is written, and its `aria-keyshortcuts`; `undefined`: it has none. */
  shown(id: string): string | undefined;
  aria(id: string): string | undefined;
  choices: Accessor<KeyChoices>;
  /** Changes keys, here at once. @throws StorageFullError and the like when that was not stored */
  choose(choices: KeyChoices): Promise<void>;
  /** The dialog that is open. */
  dialog: Accessor<CommandDialog | undefined>;
  show(dialog: CommandDialog | undefined): void;
}

const ORDER = new Map(COMMANDS.map(({ id }, index) => [id, index]));

/** @param isReached whether what has so many layers below it can be used: nothing lies over it */
export function createCommands(isReached: (depth: number) => boolean): Commands {
  /** With how much lies below each; `undefined`: that does not matter. */
  const sources = new Map<Source, number | undefined>();
  const [choices, setChoices] = createSignal(storedKeys.empty());
  const [dialog, setDialog] = createSignal<CommandDialog>();
  void storedKeys.load().then(({ value }) => setChoices(value));
  onCleanup(storedKeys.onChange(setChoices));

  function keyOf(id: string): Key | undefined {
    const command = COMMANDS[ORDER.get(id) ?? -1];
    return command && keyInForce(command, choices());
  }
  const written = (id: string, write: typeof shownKey) => {
    const key = keyOf(id);
    return key && write(key, isMac());
  };

  return {
    offer(source, everywhere) {
      sources.set(source, everywhere ? undefined : useContext(LayerDepth));
      onCleanup(() => sources.delete(source));
    },
    offered(at) {
      // What lies on top comes first: two columns may offer the same.
      const reached = [...sources]
        .filter(([, own]) => own === undefined || isReached(own))
        .sort(([, one = 0], [, other = 0]) => other - one);
      const all = reached.flatMap(([source]) => source(at));
      return all.sort((a, b) => (ORDER.get(a.command.id) ?? 0) - (ORDER.get(b.command.id) ?? 0));
    },
    of: (key) => commandOf(COMMANDS, key, choices()),
    shown: (id) => written(id, shownKey),
    aria: (id) => written(id, ariaKey),
    choices,
    choose(next) {
      setChoices(next);
      return storedKeys.save(next);
    },
    dialog,
    show: setDialog,
  };
}
