import { browser } from "wxt/browser";
import type { Tab } from "./menus";

/** Registers the handler of a command's key. To be called synchronously when the background starts. */
export function onCommand(name: string, handle: (tab: Tab | undefined) => void): () => void {
  const listener = (command: string, tab: Tab | undefined): void => {
    if (command === name) handle(tab);
  };
  browser.commands.onCommand.addListener(listener);
  return () => browser.commands.onCommand.removeListener(listener);
}

/** The keys as they are now, by command; a command without one is left out. */
export async function currentKeys(): Promise<Record<string, string>> {
  const commands = await browser.commands.getAll();
  return Object.fromEntries(
    commands.flatMap(({ name, shortcut }) => (name && shortcut ? [[name, shortcut] as const] : [])),
  );
}
