import { fileURLToPath } from "node:url";
import { beforeAll } from "vitest";
import { text } from "../../../tools/model/steps";
import { writeFiles } from "../../../tools/opencode/workspace";
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

// Before the server looks for files the first time: it finds no such name among those that come later [measured on 1.18.33].
beforeAll(() => writeFiles(stage.workspace.directory, { [`deep/${"very-".repeat(20)}long/שלום größe.txt`]: "Deep." }));
