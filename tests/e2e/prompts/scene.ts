import { fileURLToPath } from "node:url";
import { text } from "../../../tools/model/steps";
import { useProxiedScene } from "../scene";

const command = { tide: { template: "Say the tide at $ARGUMENTS.", description: "Tells the tide" } };

export const answer = () => [text("I heard you.")];

const mcp = {
  harbour: {
    type: "local",
    command: [process.execPath, fileURLToPath(new URL("../../support/mcp-server.mjs", import.meta.url))],
  },
};

/** A project with a command and an MCP server, and a browser that knows a host beside this machine's own. */
export const { stage, proxy, nexus, panel, open } = useProxiedScene(
  { script: answer, config: { more: { command, mcp } } },
  async () => ({ hosts: { "pages.test": "127.0.0.1" } }),
);
