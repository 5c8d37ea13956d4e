import type { Agent, Catalog, Command, Mention } from "../../../lib/model";
import { mentionWord, splitCommand, splitLines } from "../../../lib/model";
import type { Resource } from "../../../lib/opencode/services";
import { itemLabel } from "../../../lib/page/context";
import type { OpenTab } from "../../../lib/platform/tabs";
import { type KnownTabs, NO_TABS } from "./create-tabs";
import type { Token } from "./token";

/** One thing that a word can become. */
export interface Suggestion {
  /** What stands in the text then; its key, too. */
  word: string;
  /** What it is called in the list. */
  label: string;
  /** Behind the label: a command's arguments, a file's folder, a resource's server. */
  aside?: string;
  /** Which lines of the file. */
  lines?: string;
  /** A second, smaller line. */
  note?: string;
  kind: "command" | "skill" | "mcp" | "agent" | "file" | "folder" | "resource" | "tab" | "ask-for-tabs" | "action";
  /** What is sent along. */
  mention?: Mention;
  /** The same of a tab. */
  tab?: OpenTab;
}

/** More than anyone looks through. */
const MOST = 30;
const MOST_TABS = 8;
const MOST_RESOURCES = 8;

/**
 * What a word can become, best first.
 *
 * @param files Paths that the server found for what is typed, or for an earlier state of it.
 */
export function suggestionsFor(
  token: Token,
  catalog: Catalog | undefined,
  files: { query: string; paths: readonly string[] },
  known: KnownTabs = NO_TABS,
  resources: readonly Resource[] = [],
): Suggestion[] {
  if (token.type === "command") return ranked(catalog?.commands ?? [], token.query).map(ofCommand);
  const agents = ranked(mentionableAgents(catalog), token.query).map(ofAgent);
  const query = token.query.toLowerCase();
  const read = ranked(resources, token.query).slice(0, MOST_RESOURCES).map(ofResource);
  // Beside a resource that is meant stands no file that is only somehow like it.
  const [near, far] = apart(
    filesLike(token.query, files),
    ({ word }) => read.length === 0 || word.toLowerCase().includes(query),
  );
  const first = [...agents, ...near].slice(0, MOST);
  const last = [...tabsLike(query, known.tabs).map(ofTab), ...askForTabs(query, known)];
  return [...first, ...read, ...far.slice(0, MOST - first.length), ...last];
}

function apart<T>(all: readonly T[], isFirst: (one: T) => boolean): [T[], T[]] {
  return [all.filter(isFirst), all.filter((one) => !isFirst(one))];
}

/** A range of lines behind a path is taken along with any file that has it, and is no part of what is looked for. */
function filesLike(written: string, files: { query: string; paths: readonly string[] }): Suggestion[] {
  const { path: query, lines } = splitLines(written);
  // The server knows best what is like the query; what it found for another has to have it.
  const isCurrent = files.query === query;
  const has = (path: string, words: string) => path.toLowerCase().includes(words.toLowerCase());
  return files.paths.flatMap((path) => {
    // Or it is how the file is called.
    if (lines === undefined || has(path, written)) return isCurrent || has(path, query) ? [ofPath(path)] : [];
    return (isCurrent || has(path, query)) && !path.endsWith("/") ? [ofPath(path, lines)] : [];
  });
}

function tabsLike(query: string, tabs: readonly OpenTab[]): OpenTab[] {
  return tabs.filter(({ title, url }) => `${title} ${url}`.toLowerCase().includes(query)).slice(0, MOST_TABS);
}

/** Not beside what else is typed: whoever takes the only entry of a list means that, and not a question of the browser's. */
function askForTabs(query: string, { canAsk }: KnownTabs): Suggestion[] {
  if (!canAsk || !"tabs".startsWith(query)) return [];
  const note = "The browser asks once whether the extension may see them";
  return [{ word: "@tabs", label: "Open tabs…", note, kind: "ask-for-tabs" }];
}

function ofTab(tab: OpenTab): Suggestion {
  const label = itemLabel({ kind: "page", text: "", ...tab });
  const suggestion: Suggestion = { word: `“${label}”`, label, kind: "tab", tab };
  const host = URL.canParse(tab.url) ? new URL(tab.url).host : "";
  return host === "" ? suggestion : { ...suggestion, aside: host };
}

/** The command that a text calls; any other text that begins with a slash is only a text. */
export function commandIn(catalog: Catalog | undefined, text: string): Command | undefined {
  const name = splitCommand(text)?.name;
  return catalog?.commands.find((command) => command.name === name);
}

/** Agents that others call: those a user can name in a prompt. */
function mentionableAgents(catalog: Catalog | undefined): Agent[] {
  return catalog?.agents.filter((agent) => agent.mode !== "primary" && !agent.hidden) ?? [];
}

/** Whose names begin with the query, then those that have it, then those that tell of it. */
function ranked<T extends { name: string; description?: string }>(all: readonly T[], query: string): T[] {
  const words = query.toLowerCase();
  const rank = ({ name, description }: T): number => {
    if (name.toLowerCase().startsWith(words)) return 0;
    if (name.toLowerCase().includes(words)) return 1;
    return description?.toLowerCase().includes(words) ? 2 : 3;
  };
  return [0, 1, 2].flatMap((wanted) => all.filter((one) => rank(one) === wanted)).slice(0, MOST);
}

function ofCommand(command: Command): Suggestion {
  const suggestion: Suggestion = { word: `/${command.name}`, label: `/${command.name}`, kind: command.source };
  const aside = argumentWords(command.hints);
  if (aside !== "") suggestion.aside = aside;
  if (command.description) suggestion.note = command.description;
  return suggestion;
}

/** Places for arguments as a list shows them: `[1] [2]`, or one for all words. */
function argumentWords(hints: readonly string[]): string {
  const single = hints.filter((hint) => hint !== "$ARGUMENTS");
  const shown = single.length > 0 ? single : hints.map(() => "words");
  return shown.map((hint) => `[${hint.replace(/^\$/, "")}]`).join(" ");
}

function ofAgent(agent: Agent): Suggestion {
  const mention: Mention = { type: "agent", name: agent.name };
  const suggestion: Suggestion = { word: mentionWord(mention), label: agent.name, kind: "agent", mention };
  return agent.description ? { ...suggestion, note: agent.description } : suggestion;
}

function ofResource({ name, uri, client, description }: Resource): Suggestion {
  const mention: Mention = { type: "resource", name, uri, client };
  return {
    word: mentionWord(mention),
    label: name,
    aside: client,
    note: description ?? uri,
    kind: "resource",
    mention,
  };
}

function ofPath(path: string, lines?: string): Suggestion {
  const mention: Mention = { type: "file", path, ...(lines === undefined ? {} : { lines }) };
  const isFolder = path.endsWith("/");
  const segments = path.split("/").filter((segment) => segment !== "");
  const name = segments.at(-1) ?? path;
  const folder = segments.slice(0, -1).join("/");
  const suggestion: Suggestion = {
    word: mentionWord(mention),
    label: isFolder ? `${name}/` : name,
    kind: isFolder ? "folder" : "file",
    mention,
    ...(lines === undefined ? {} : { lines }),
  };
  return folder === "" ? suggestion : { ...suggestion, aside: folder };
}
