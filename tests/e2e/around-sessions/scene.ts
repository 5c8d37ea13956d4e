import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { writeConfig } from "../../../tools/opencode/config";
import { importSession } from "../../support/long-session";
import { useScene } from "../scene";

export const LONG = "450 messages";
const MCP_SERVER = fileURLToPath(new URL("../../support/mcp-server.mjs", import.meta.url));

/** A session of 450 messages, two projects, a server of tools, and snapshots: they tell what has changed. */
export const { stage, nexus, panel } = useScene({
  config: {
    permission: {},
    more: {
      snapshot: true,
      formatter: { tidy: { command: ["true"], extensions: [".tide"] }, prettier: { disabled: true } },
      mcp: { harbour: { type: "local", command: [process.execPath, MCP_SERVER] } },
    },
  },
  async before({ workspace, model }) {
    await writeConfig(workspace.second, { modelUrl: model.url });
    // A worktree has what is committed: with it the model.
    const git = (...args: string[]) => promisify(execFile)("git", args, { cwd: workspace.directory });
    await git("add", "opencode.json");
    await git(
      "-c",
      "user.name=Nexus",
      "-c",
      "user.email=nexus@example.com",
      "commit",
      "--quiet",
      "--message",
      "Configure",
    );
    await importSession(workspace, 450, (index) => `Line ${index}`, LONG);
  },
});
