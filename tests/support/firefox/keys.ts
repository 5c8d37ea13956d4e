/** Keys without a character, as WebDriver writes them: https://w3c.github.io/webdriver/#keyboard-actions */
const SPECIAL: Record<string, string> = {
  Backspace: "\uE003",
  Tab: "\uE004",
  Enter: "\uE006",
  Shift: "\uE008",
  Control: "\uE009",
  Alt: "\uE00A",
  Escape: "\uE00C",
  Space: " ",
  PageUp: "\uE00E",
  PageDown: "\uE00F",
  End: "\uE010",
  Home: "\uE011",
  ArrowLeft: "\uE012",
  ArrowUp: "\uE013",
  ArrowRight: "\uE014",
  ArrowDown: "\uE015",
  Delete: "\uE017",
  Meta: "\uE03D",
};

interface KeyAction {
  type: "keyDown" | "keyUp";
  value: string;
}

/** Actions for one press, for example "Enter" or "Shift+Enter": down in order, up in reverse. */
export function pressActions(chord: string): KeyAction[] {
  const values = chord.split("+").map((name) => SPECIAL[name] ?? name);
  return [
    ...values.map((value): KeyAction => ({ type: "keyDown", value })),
    ...values.reverse().map((value): KeyAction => ({ type: "keyUp", value })),
  ];
}

/** Actions for text, one key a character; a line break is Enter. */
export function typeActions(text: string): KeyAction[] {
  return [...text].flatMap((character) => pressCharacter(character === "\n" ? "\uE006" : character));
}

function pressCharacter(value: string): KeyAction[] {
  return [
    { type: "keyDown", value },
    { type: "keyUp", value },
  ];
}
