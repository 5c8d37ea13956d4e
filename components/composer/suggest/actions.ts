import { type Catalog, splitCommand } from "../../../lib/model";
import type { CommandOffer } from "../../commands/command";
import { commandIn, type Suggestion } from "./suggestions";

/** What OpenCode's terminal does itself by a word, and its other words for it; by the panel's command that does the same. */
const WORDS: Record<string, readonly string[]> = {
  "session.compact": ["compact", "summarize"],
  "go.new": ["new", "clear"],
  "go.home": ["sessions", "resume"],
  "session.rename": ["rename"],
  "session.share": ["share"],
  "session.unshare": ["unshare"],
  "composer.model": ["models"],
  "composer.agent": ["agents"],
  "session.export": ["export"],
  "answer.fork": ["fork"],
  "message.revert": ["undo"],
  "panel.palette": ["help"],
};

/** A word that does something here instead of being sent. */
export interface ComposerAction {
  name: string;
  label: string;
  /** The main word of the same, if this is another one. */
  same?: string;
  run(): void;
}

/** The words that can be used now, the main one of each command first; those of the server's own commands are its. */
export function actionsOf(offers: readonly CommandOffer[], catalog: Catalog | undefined): ComposerAction[] {
  const isFree = (name: string) => !commandIn(catalog, `/${name}`);
  const found = offers.filter(({ disabled }) => !disabled);
  return Object.entries(WORDS).flatMap(([id, names]) => {
    const offer = found.find(({ command }) => command.id === id);
    if (!offer) return [];
    const label = offer.fullLabel ?? offer.label;
    const [main, ...others] = names.filter(isFree);
    if (main === undefined) return [];
    const action = { name: main, label, run: () => offer.run() };
    return [action, ...others.map((name) => ({ ...action, name, same: main }))];
  });
}

/** The one that a whole text names. */
export function actionIn(actions: readonly ComposerAction[], text: string): ComposerAction | undefined {
  const said = splitCommand(text);
  return said?.words === "" ? actions.find(({ name }) => name === said.name) : undefined;
}

/** Those that a word can become; what has several words stands there once, by the main one where that fits. */
export function suggestedActions(actions: readonly ComposerAction[], query: string): Suggestion[] {
  const begun = actions.filter(({ name }) => name.startsWith(query.toLowerCase()));
  const once = begun.filter(({ same }) => !begun.some(({ name }) => name === same));
  return once.map(({ name, label, same }) => ({
    word: `/${name}`,
    label: `/${name}`,
    note: same === undefined ? label : `${label}, as /${same}`,
    kind: "action",
  }));
}
