/** Names of the commands. Nothing is imported here, so that the manifest can be made from it. */
export const COMMANDS = { ask: "ask-selection", panel: "_execute_action" } as const;

/**
 * Suggested keys; the user may change them in the browser. Chosen to be nobody's: neither Chrome's, Edge's nor Firefox's, on any
 * system, nor refused by Chromium 156 (which refuses a key of its own without a word), nor an input character on a Mac.
 */
export const COMMAND_MANIFEST = {
  [COMMANDS.panel]: { suggested_key: { default: "Alt+Shift+O", mac: "MacCtrl+Shift+O" } },
  [COMMANDS.ask]: {
    suggested_key: { default: "Alt+Shift+K", mac: "MacCtrl+Shift+K" },
    description: "Ask OpenCode about the selection",
  },
};
