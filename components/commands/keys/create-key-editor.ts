import { type Accessor, createSignal } from "solid-js";
import { keyOfBrowser } from "../../../lib/keys/browser-key";
import { type Key, keyOf } from "../../../lib/keys/key";
import { shownKey } from "../../../lib/keys/words";
import { currentKeys } from "../../../lib/platform/commands";
import { isMac } from "../../../lib/platform/system";
import { createAction } from "../../ui/action";
import type { CommandInfo } from "../command";
import type { Commands } from "../create-commands";
import { COMMANDS } from "../list";
import { judge, keyInForce, swapped, withKey } from "./key-map";

/** A key that cannot simply be had, and what can be done about it. */
export interface Trouble {
  text: string;
  /** Takes the key from the one that has it. Absent where nobody can. */
  swap?: () => void;
}

const TAKEN = {
  browser: "is kept by the browser or the system, and never arrives here",
  writing: "is needed for writing and moving about",
  extension: "opens the panel or asks about the selection, wherever the browser is",
} as const;

/** Gives commands other keys, one at a time. */
export function createKeyEditor(commands: Pick<Commands, "choices" | "choose">) {
  const [edited, setEdited] = createSignal<string>();
  const [trouble, setTrouble] = createSignal<Trouble>();
  let extensions: ReadonlySet<Key> = new Set();
  void currentKeys().then(
    (keys) => {
      extensions = new Set(Object.values(keys).flatMap((written) => keyOfBrowser(written, isMac()) ?? []));
    },
    // Without them, one of these is chosen and never arrives: the list of keys still shows it.
    (error: unknown) => console.warn("The browser’s keys of the extension are not known", error),
  );
  const save = createAction(commands.choose);

  function end(): void {
    setEdited(undefined);
    setTrouble(undefined);
  }
  function set(choices: Parameters<Commands["choose"]>[0]): void {
    void save.run(choices);
    end();
  }

  function take(command: CommandInfo, key: Key): void {
    const choices = commands.choices();
    const judged = judge(COMMANDS, command, key, choices, isMac(), extensions);
    const shown = shownKey(key, isMac());
    if (judged.type === "free") set(withKey(choices, command, key));
    else if (judged.type === "same") end();
    else if (judged.type === "taken") setTrouble({ text: `${shown} ${TAKEN[judged.by]}. Press another.` });
    else {
      const other = judged.with;
      const own = keyInForce(command, choices);
      const then = own === undefined ? "has none then" : `gets ${shownKey(own, isMac())} then`;
      setTrouble({
        text: `${shown} belongs to “${other.name}”, which ${then}.`,
        swap: () => set(swapped(choices, command, other)),
      });
    }
  }

  return {
    /** Id of the command whose key is asked for. */
    edited: edited as Accessor<string | undefined>,
    trouble,
    fault: save.fault,
    begin(command: CommandInfo): void {
      setTrouble(undefined);
      setEdited(command.id);
    },
    end,
    /** A key was pressed where one is asked for; whether it was for that. */
    press(command: CommandInfo, event: KeyboardEvent): boolean {
      if (event.key === "Tab") return false;
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
      if (isPlain && event.key === "Escape") end();
      else if (isPlain && (event.key === "Backspace" || event.key === "Delete"))
        set(withKey(commands.choices(), command, undefined));
      else {
        const key = keyOf(event, isMac());
        if (key !== undefined) take(command, key);
      }
      return true;
    },
    reset: (command: CommandInfo) => {
      const { choices } = commands;
      const key = command.key;
      const clash = key && COMMANDS.find((one) => one.id !== command.id && keyInForce(one, choices()) === key);
      // What has its usual key now goes without: it was given that by the user.
      set(withKey(clash ? withKey(choices(), clash, undefined) : choices(), command, key));
    },
    resetAll: () => set({ ...commands.choices(), changed: {} }),
    setSingle: (single: boolean) => set({ ...commands.choices(), single }),
  };
}

export type KeyEditor = ReturnType<typeof createKeyEditor>;
