import { type Accessor, createMemo, createSignal, createUniqueId } from "solid-js";
import { type Catalog, splitLines } from "../../../lib/model";
import type { Resource } from "../../../lib/opencode/services";
import { moved } from "../pickers/options";
import { type ComposerAction, suggestedActions } from "./actions";
import { createFiles } from "./create-files";
import { createResources } from "./create-resources";
import { createTabs, type TabSource } from "./create-tabs";
import { type Suggestion, suggestionsFor } from "./suggestions";
import { type Token, tokenAt } from "./token";

export interface SuggestDeps {
  catalog: Accessor<Catalog | undefined>;
  findFiles(query: string): Promise<string[]>;
  resources(): Promise<readonly Resource[]>;
  tabs: TabSource;
  /** What words at the beginning do here. */
  actions(): readonly ComposerAction[];
  onTake(token: Token, suggestion: Suggestion): void;
}

/** A list of what the word under the caret can become. The focus stays in the text. */
export interface Suggest {
  items: Accessor<readonly Suggestion[]>;
  isOpen: Accessor<boolean>;
  at: Accessor<number>;
  setAt(at: number): void;
  listId: string;
  /** Id of an option's element. */
  optionId(at: number): string;
  /** The text has been typed in, or only the caret was moved, which opens no list. */
  follow(area: HTMLTextAreaElement, isTyped: boolean): void;
  close(): void;
  /** Whether the key was meant for the list. */
  onKeyDown(event: KeyboardEvent): boolean;
  take(suggestion: Suggestion): void;
}

export function createSuggest(deps: SuggestDeps): Suggest {
  const base = createUniqueId();
  const [token, setToken] = createSignal<Token>();
  const [at, setAt] = createSignal(0);
  /** Where the word begins whose list the user has closed. */
  let closedAt: number | undefined;
  const path = createMemo(() => {
    const word = token();
    return word?.type === "mention" ? splitLines(word.query).path : undefined;
  });
  const files = createFiles(path, deps.findFiles);
  const isNaming = () => token()?.type === "mention";
  const tabs = createTabs(isNaming, deps.tabs);
  const resources = createResources(isNaming, deps.resources);
  const items = createMemo(() => {
    const word = token();
    if (!word) return [];
    const found = suggestionsFor(word, deps.catalog(), files(), tabs(), resources());
    return word.type === "command" ? [...found, ...suggestedActions(deps.actions(), word.query)] : found;
  });
  const isOpen = () => items().length > 0;
  // What was found later may be less.
  const highlighted = () => Math.min(at(), items().length - 1);

  function close(): void {
    setToken(undefined);
  }

  function take(suggestion: Suggestion): void {
    const word = token();
    close();
    if (word) deps.onTake(word, suggestion);
  }

  return {
    items,
    isOpen,
    at: highlighted,
    setAt,
    listId: `${base}-list`,
    optionId: (index) => `${base}-${index}`,
    follow(area, isTyped) {
      const isCaret = area.selectionStart === area.selectionEnd;
      const next = isCaret ? tokenAt(area.value, area.selectionStart) : undefined;
      if (next?.start !== closedAt) closedAt = undefined;
      if (!isTyped && !token()) return;
      if (next?.query !== token()?.query) setAt(0);
      setToken(closedAt === undefined ? next : undefined);
    },
    close,
    take,
    onKeyDown(event) {
      if (!isOpen() || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return false;
      const next = event.key.startsWith("Arrow") ? moved(event.key, highlighted(), items().length) : undefined;
      const chosen = items()[highlighted()];
      if (next !== undefined) setAt(next);
      else if (event.key === "Escape") {
        closedAt = token()?.start;
        close();
      } else if ((event.key === "Enter" || event.key === "Tab") && !event.shiftKey && chosen) take(chosen);
      else return false;
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
  };
}
