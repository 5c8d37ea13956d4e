import type { Session } from "./session";

/** What servers call a session until its first answer has given it a title [measured on 1.18.33]. */
const PLACEHOLDER = /^(New|Child) session - \d{4}-\d\d-\d\dT[\d:.]+Z$/;

export function sessionTitle(session: Pick<Session, "title">): string {
  const title = session.title.trim();
  return title === "" || PLACEHOLDER.test(title) ? "Untitled session" : title;
}

/** What an agent asks leave for, to follow "Needs you:" or to begin "Run a command?". */
const PHRASES: Record<string, string> = {
  bash: "run a command",
  codesearch: "search for code on the web",
  doom_loop: "go on repeating itself",
  edit: "change files",
  external_directory: "use a folder outside the project",
  glob: "look for files",
  grep: "search in files",
  list: "list a folder",
  lsp: "use the language server",
  patch: "change files",
  question: "ask you something",
  read: "read a file",
  skill: "use a skill",
  task: "start a subagent",
  todoread: "read the list of tasks",
  todowrite: "change the list of tasks",
  webfetch: "open a web page",
  websearch: "search the web",
  write: "write a file",
};

/** `permission` as the request has it (`bash`, `edit`, an MCP tool's name …): "run a command". */
export function permissionPhrase(permission: string): string {
  return PHRASES[permission] ?? `use ${permission}`;
}
