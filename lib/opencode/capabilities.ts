import type { Capabilities } from "../model";

/** Servers of version 1.x. */
export const V1_CAPABILITIES: Capabilities = {
  todos: true,
  share: true,
  archive: true,
  rename: true,
  fork: true,
  revert: true,
  queue: false,
  perPromptModel: true,
  compaction: true,
  shell: true,
  worktrees: true,
  commands: true,
  lsp: true,
  mcp: true,
  savedPermissions: false,
  diffs: true,
  forms: false,
};

/** Servers of version 2.x: an inbox, forms and saved permissions; no todos, sharing, archiving, LSP. */
export const V2_CAPABILITIES: Capabilities = {
  todos: false,
  share: false,
  archive: false,
  rename: true,
  fork: true,
  revert: true,
  queue: true,
  perPromptModel: false,
  compaction: true,
  shell: true,
  worktrees: false,
  commands: true,
  lsp: false,
  mcp: true,
  savedPermissions: true,
  diffs: false,
  forms: true,
};
