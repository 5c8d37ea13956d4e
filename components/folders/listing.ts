import type { Folder } from "../../lib/opencode/places";

/** Whether a path begins at a root, POSIX or of a Windows drive. */
export function isAbsolute(path: string): boolean {
  return /^(\/|[A-Za-z]:[\\/])/.test(path);
}

/** The folder that a folder is in; `undefined` for a root. */
export function parentOf(path: string): string | undefined {
  const bare = path.replace(/(?<=[^\\/:])[\\/]+$/, "");
  const cut = Math.max(bare.lastIndexOf("/"), bare.lastIndexOf("\\"));
  if (cut < 0 || cut === bare.length - 1) return undefined;
  const parent = bare.slice(0, cut);
  return parent === "" || /^[A-Za-z]:$/.test(parent) ? bare.slice(0, cut + 1) : parent;
}

/** What a typed text says to go to: a path from the root, or from `home` where it begins with `~`. */
export function typedPath(text: string, home: string): string | undefined {
  const typed = text.trim();
  if (typed === "~") return home;
  if (/^~[\\/]/.test(typed)) return `${home.replace(/[\\/]+$/, "")}/${typed.slice(2)}`;
  return isAbsolute(typed) ? typed : undefined;
}

/** The folders to choose from: those that are not hidden unless all are wanted, or one is asked for by its dot. */
export function shownFolders(folders: readonly Folder[], filter: string, hidden: boolean): Folder[] {
  const words = filter.trim().toLocaleLowerCase();
  return folders.filter(({ name }) => {
    if (name.startsWith(".") && !hidden && !words.startsWith(".")) return false;
    return name.toLocaleLowerCase().includes(words);
  });
}
