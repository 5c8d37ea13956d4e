/**
 * A key with what is held down for it, e.g. `Mod+Shift+K`: `Mod` (Cmd on a Mac, Ctrl elsewhere), `Ctrl` (of a Mac), `Alt`,
 * `Shift`, in this order, then the key: a capital letter, another character, or its name in `KeyboardEvent.key`. Characters
 * that are no letters carry no `Shift`: on which key they are, and whether it takes Shift, is the layout's business.
 */
export type Key = string;

export type Pressed = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey"> &
  Partial<Pick<KeyboardEvent, "code" | "isComposing" | "getModifierState">>;

const NAMED =
  /^(Arrow(Up|Down|Left|Right)|Enter|Escape|Backspace|Delete|Insert|Tab|Home|End|PageUp|PageDown|Space|Plus|F([1-9]|1\d|2[0-4]))$/;
const CHARACTER = /^[^\s\p{C}+a-z]$/u;
const LETTER = /^[A-Z]$/;

/** The key that was pressed; `undefined` for what is none: modifiers, input methods, characters of the third level. */
export function keyOf(event: Pressed, isMac: boolean): Key | undefined {
  if (event.isComposing || event.getModifierState?.("AltGraph")) return undefined;
  // The Windows key is the system's.
  if (!isMac && event.metaKey) return undefined;
  const name = nameOf(event, isMac);
  if (name === undefined) return undefined;
  const isCharacter = CHARACTER.test(name) && !LETTER.test(name);
  const [mod, ctrl] = isMac ? [event.metaKey, event.ctrlKey] : [event.ctrlKey, false];
  const held = [
    mod && "Mod",
    ctrl && "Ctrl",
    event.altKey && "Alt",
    event.shiftKey && !isCharacter && name !== "Plus" && "Shift",
  ];
  return [...held.filter(Boolean), name].join("+");
}

function nameOf({ key, code, altKey }: Pressed, isMac: boolean): string | undefined {
  const place = /^Key([A-Z])$/.exec(code ?? "")?.[1];
  // Another script's letter means the one in its place; Option makes characters of letters.
  const isForeign = /^\p{L}$/u.test(key) && !/^[a-z]$/i.test(key);
  if (place && (isForeign || (isMac && altKey))) return place;
  if (/^[a-z]$/.test(key)) return key.toUpperCase();
  if (key === " ") return "Space";
  if (key === "+") return "Plus";
  return NAMED.test(key) || CHARACTER.test(key) ? key : undefined;
}

/** Whether a text is a key as {@link keyOf} writes it: what is stored is checked by it. */
export function isKey(text: string): boolean {
  const match = /^(Mod\+)?(Ctrl\+)?(Alt\+)?(Shift\+)?(.+)$/u.exec(text);
  const name = match?.[5] ?? "";
  return NAMED.test(name) || LETTER.test(name) || (CHARACTER.test(name) && !match?.[4]);
}

/** What is held down, and what is pressed. */
export function partsOf(key: Key): { held: ReadonlySet<string>; name: string } {
  const parts = key.split("+");
  const name = parts.pop() ?? "";
  return { held: new Set(parts), name };
}

/** Whether a key alone, or with Shift, writes a character or would be taken for one. */
export function isSingle(key: Key): boolean {
  const { held, name } = partsOf(key);
  return [...held].every((one) => one === "Shift") && (!NAMED.test(name) || name === "Space" || name === "Plus");
}

const CARET = /^(Arrow|Home|End|Page|Enter|Backspace|Delete|Insert|Tab|Space)/;

/** Whether a key moves the caret or changes the text of a field that has some; on a Mac, Option makes characters. */
export function edits(key: Key): boolean {
  const { held, name } = partsOf(key);
  if (CARET.test(name)) return true;
  return !NAMED.test(name) && !held.has("Mod") && !held.has("Ctrl");
}
