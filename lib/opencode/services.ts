/**
 * How an MCP server is. `off`: by the configuration or by the user; `sign-in`: it wants its user; `registration`: it wants a
 * client that its owner has registered.
 */
export type McpState = "connected" | "off" | "failed" | "sign-in" | "registration" | "other";

export interface McpServer {
  name: string;
  state: McpState;
  /** The server's words. */
  error?: string;
}

export interface LanguageServer {
  name: string;
  /** The folder it works for, as seen from the project's. */
  root: string;
  works: boolean;
}

export interface Formatter {
  name: string;
  extensions: string[];
  enabled: boolean;
}

/** What an MCP server has to be read. */
export interface Resource {
  name: string;
  uri: string;
  description?: string;
  /** The MCP server's name. */
  client: string;
}

/** What a server has at work for a directory. */
export interface Services {
  mcp: McpServer[];
  languageServers: LanguageServer[];
  formatters: Formatter[];
  /** Where the server keeps what is its own, absolute. */
  paths: { home: string; config: string; state: string; worktree: string };
}

/** What works beside a server. */
export interface ServerServices {
  services(directory: string, signal?: AbortSignal): Promise<Services>;
  /** What all its MCP servers have to be read. */
  resources(directory: string, signal?: AbortSignal): Promise<Resource[]>;
  /** Starts an MCP server, or stops it until the server's own next start. */
  setMcp(directory: string, name: string, on: boolean, signal?: AbortSignal): Promise<void>;
  /**
   * Has the server open its own machine's browser, for the user to sign in there. Resolves when that is done.
   *
   * @throws FaultError also when the sign-in is denied
   */
  signInMcp(directory: string, name: string, signal?: AbortSignal): Promise<void>;
  /** The page to sign in at with any browser; what it gives in the end is for `finishServiceSignIn`. */
  beginServiceSignIn(directory: string, name: string, signal?: AbortSignal): Promise<string>;
  finishServiceSignIn(directory: string, name: string, code: string, signal?: AbortSignal): Promise<void>;
}
