/** From an `@` that begins a word to white space, a comma or a backtick. */
const NAMES = /(?<![\w`])@([^\s,`]+)/g;

/**
 * What a server of 1.18 takes for names in a command's words by itself: files and agents go along without being sent. It knows
 * neither spaces in a path nor lines behind it [measured on 1.18.33].
 */
export function foundByServer(words: string): Set<string> {
  return new Set([...words.matchAll(NAMES)].map(([, name = ""]) => (name.split("..")[0] ?? "").replace(/\.$/, "")));
}
