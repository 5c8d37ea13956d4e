import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { writeConfig } from "../../../tools/opencode/config";
import { importSession } from "../../support/long-session";
import { useScene } from "../scene";

export const LONG = "450 messages";
const support = (name: string) => fileURLToPath(new URL(`../../support/${name}`, import.meta.url));

/** A session of 450 messages, two projects, servers of tools and of a language, and snapshots: they tell what has changed. */
export const { stage, nexus, panel } = useScene({
  config: {
    permission: {},
    more: {
      snapshot: true,
      formatter: { tidy: { command: ["true"], extensions: [".tide"] }, prettier: { disabled: true } },
      mcp: { harbour: { type: "local", command: [process.execPath, support("mcp-server.mjs")] } },
      lsp: { tides: { command: [process.execPath, support("language-server.mjs")], extensions: [".tide"] } },
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
