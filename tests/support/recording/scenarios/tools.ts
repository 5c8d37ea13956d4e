import { fileURLToPath } from "node:url";
import { text, tool } from "../../../../tools/model/steps";
import type { Scenario } from "../recorder";

const MCP_SERVER = fileURLToPath(new URL("../../mcp-server.mjs", import.meta.url));
/** Tools of a server of its own, as configuration. */
export const HARBOUR = { mcp: { harbour: { type: "local", command: [process.execPath, MCP_SERVER] } } };

const read: Scenario = {
  name: "tool-read",
  about: "The model reads a file, which needs no permission, and answers from it.",
  script: (request) =>
    request.results.length > 0
      ? [text("It predicts the tides.", 2)]
      : [text("I will look.", 2), tool("read", { filePath: "README.md" })],
  play: async (stage) => {
    const session = await stage.createSession();
    await stage.prompt(session, "What does this project do?");
    await stage.idle(session);
  },
};

const edit: Scenario = {
  name: "tool-edit",
  about: "A file is written after a permission, and a list of todos; the session then counts changed lines.",
  script: (request) => {
    const todo = (status: string) => ({ content: "Write the notes", status, priority: "high" });
    switch (request.results.length) {
      case 0:
        return [tool("todowrite", { todos: [todo("in_progress")] })];
      case 1:
        return [tool("write", { filePath: "NOTES.md", content: "# Notes\n\nThe moon pulls.\n" })];
      case 2:
        return [tool("todowrite", { todos: [todo("completed")] })];
      default:
        return [text("Written.", 2)];
    }
  },
  play: async (stage) => {
    const session = await stage.createSession();
    await stage.prompt(session, "Write notes");
    const asked = await stage.next("permission.asked", session);
    await stage.call("POST", `/permission/${asked.id}/reply`, { reply: "once" });
    await stage.idle(session);
    await stage.call("GET", `/session/${session}/todo`);
    await stage.call("GET", `/session/${session}/diff`);
  },
};

const failing: Scenario = {
  name: "tool-error",
  about: "A tool fails (no such file), another is called with nonsense; the model goes on.",
  script: (request) => {
    if (request.results.length === 0)
      return [tool("read", { filePath: "missing.txt" }), tool("no_such_tool", { a: 1 })];
    return [text("There is no such file.", 2)];
  },
  play: async (stage) => {
    const session = await stage.createSession();
    await stage.prompt(session, "Read missing.txt");
    await stage.idle(session);
  },
};

const subagent: Scenario = {
  name: "subagent",
  about: "A task runs in a child session, which asks for a permission of its own.",
  script: (request) => {
    const child = request.prompt.includes("List the files");
    if (child) {
      return request.results.length > 0
        ? [text("README.md and src.", 2)]
        : [tool("bash", { command: "ls", description: "Lists files" })];
    }
    return request.results.length > 0
      ? [text("The helper found README.md and src.", 2)]
      : [tool("task", { description: "List files", prompt: "List the files here.", subagent_type: "general" })];
  },
  play: async (stage) => {
    const session = await stage.createSession();
    await stage.prompt(session, "Let a helper look around");
    const asked = await stage.next("permission.asked");
    await stage.call("GET", "/permission");
    await stage.call("GET", "/session/status");
    await stage.call("GET", `/session/${session}/children`);
    await stage.call("POST", `/permission/${asked.id}/reply`, { reply: "once" });
    await stage.idle(session);
  },
};

/** A program that draws its progress and its result as in a terminal. */
const PROGRESS = "printf '10%%\\r100%%\\n\\033[32m✓\\033[0m high \\033[1;31m✗ low\\033[0m\\n'; exit 3";

const PATCH = `*** Begin Patch
*** Update File: src/main.ts
@@
-console.log(height(3).toFixed(2));
+console.log(height(6).toFixed(2));
*** Add File: docs/ports.md
+# Ports
*** End Patch`;

const kinds: Scenario = {
  name: "tool-kinds",
  about: "A command in colours that fails, a patch of two files, and an MCP server's tools, one with an image.",
  // Only models with such names are given `apply_patch`.
  config: {
    permission: {},
    ids: { providerID: "scripted", modelID: "gpt-5" },
    more: HARBOUR,
  },
  play: async (stage) => {
    // One a request: an image of a tool comes as a prompt of its own, after which no results are told.
    const steps = [
      tool("bash", { command: PROGRESS, description: "Shows progress" }),
      tool("apply_patch", { patchText: PATCH }),
      tool("harbour_tide_table", { port: "Brest", days: 1 }),
      tool("harbour_draw_chart", { port: "Brest" }),
    ];
    stage.setScript(() => [steps.shift() ?? text("All done.", 2)]);
    const session = await stage.createSession();
    await stage.prompt(session, "Use your tools");
    await stage.idle(session);
  },
};

export const tools = [read, edit, failing, subagent, kinds];
