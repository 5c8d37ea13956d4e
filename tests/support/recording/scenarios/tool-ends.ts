import { once } from "node:events";
import { createServer } from "node:http";
import { type Step, text, tool } from "../../../../tools/model/steps";
import type { Scenario } from "../recorder";
import type { Stage } from "../stage";
import { HARBOUR } from "./tools";

/** Only models with such names are given `apply_patch`; the second one is given `edit` and `write`. */
const PATCHING = { providerID: "scripted", modelID: "gpt-5" };
const EDITING = { model: { providerID: "scripted", modelID: "second" } };

/** A skill, and a tool of the project's own: the server has it from this file. */
const FILES = {
  ".opencode/skills/tide-tables/SKILL.md":
    "---\nname: tide-tables\ndescription: How to read a tide table\n---\n\n# Tide tables\n\nHigh water comes twice a day.\n",
  ".opencode/tool/sonar.js": `export default {
  description: "Measures the depth",
  args: {},
  async execute({ place }) {
    if (place === "nowhere") throw new Error("No echo");
    return JSON.stringify({ place, depths: [4.2, 4.6] });
  },
};
`,
};

/** `grep` and `glob` need ripgrep on the path; `websearch` is there only when it is asked for. */
const common = { files: FILES, env: { OPENCODE_ENABLE_EXA: "1" } };

const PATCH = `*** Begin Patch
*** Update File: README.md
@@
-Predicts nothing.
+Predicts everything.
*** End Patch`;

/** Plays with a web page that `webfetch` can reach; everything below it is missing. */
async function withPage(use: (url: string) => Promise<void>): Promise<void> {
  const server = createServer((request, response) => {
    const isThere = request.url === "/";
    response.writeHead(isThere ? 200 : 404, { "content-type": "text/html" });
    response.end(isThere ? "<h1>Tides</h1><p>High water at <a href='/brest'>Brest</a>: 03:12.</p>" : "");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The page has no port");
  try {
    await use(`http://127.0.0.1:${address.port}/`);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

/** One prompt whose answer calls all of them at once. */
async function callAll(stage: Stage, session: string, steps: Step[], model = {}): Promise<void> {
  stage.setScript(() => (steps.length > 0 ? steps.splice(0) : [text("Done.", 2)]));
  await stage.prompt(session, "Use your tools", model);
  await stage.idle(session);
}

const completed: Scenario = {
  ...common,
  name: "tools-completed",
  about: "Calls that come to a good end: glob, grep, edit, webfetch, skill, and a tool of the project's own.",
  config: { permission: {} },
  play: (stage) =>
    withPage(async (url) =>
      callAll(stage, await stage.createSession(), [
        tool("glob", { pattern: "**/*.ts" }),
        tool("grep", { pattern: "height", include: "*.ts" }),
        tool("grep", { pattern: "ebb" }),
        tool("read", { filePath: "src/tides.ts", offset: 2, limit: 1 }),
        tool("read", { filePath: "src" }),
        tool("edit", { filePath: "README.md", oldString: "a table of harmonics", newString: "harmonics" }),
        tool("webfetch", { url, format: "markdown" }),
        tool("skill", { name: "tide-tables" }),
        tool("sonar", { place: "Brest" }),
      ]),
    ),
};

const failed: Scenario = {
  ...common,
  name: "tools-failed",
  about: "Calls that fail, each for a reason of its own; one is denied by a rule. There is no network for websearch.",
  config: { permission: { read: { "*": "allow", "*.key": "deny" } }, ids: PATCHING, more: HARBOUR },
  play: (stage) =>
    withPage(async (url) => {
      const session = await stage.createSession();
      await callAll(stage, session, [
        tool("read", { filePath: "harbour.key" }),
        tool("glob", { pattern: "*", path: "README.md" }),
        tool("grep", { pattern: "(" }),
        tool("bash", { command: "ls", description: "Lists files", workdir: "nowhere" }),
        tool("apply_patch", { patchText: PATCH }),
        tool("webfetch", { url: `${url}missing` }),
        tool("websearch", { query: "tides at Brest" }),
        tool("skill", { name: "fishing" }),
        tool("task", { description: "Ask a pilot", prompt: "Where is it deep?", subagent_type: "pilot" }),
        tool("todowrite", { todos: "Look at the moon" }),
        tool("harbour_tide_table", { port: "Atlantis", days: 1 }),
        tool("sonar", { place: "nowhere" }),
      ]);
      await callAll(
        stage,
        session,
        [
          tool("edit", { filePath: "README.md", oldString: "Predicts nothing", newString: "Predicts everything" }),
          tool("write", { filePath: "src", content: "# A folder\n" }),
        ],
        EDITING,
      );
    }),
};

const denied: Scenario = {
  ...common,
  name: "tools-denied",
  about: "All calls ask at once; the user rejects one, with which the server rejects the others.",
  config: { permission: { "*": "ask" }, ids: PATCHING, more: HARBOUR },
  play: async (stage) => {
    const session = await stage.createSession();
    await rejectAll(stage, session, [
      tool("read", { filePath: "README.md" }),
      tool("glob", { pattern: "**/*.ts" }),
      tool("grep", { pattern: "height" }),
      tool("bash", { command: "ls", description: "Lists files" }),
      tool("apply_patch", { patchText: PATCH.replace("nothing", "high and low water from a table of harmonics") }),
      tool("webfetch", { url: "http://127.0.0.1:9/" }),
      tool("websearch", { query: "tides at Brest" }),
      tool("skill", { name: "tide-tables" }),
      tool("task", { description: "List files", prompt: "List the files here.", subagent_type: "general" }),
      tool("todowrite", { todos: [{ content: "Look at the moon", status: "pending", priority: "high" }] }),
      tool("harbour_tide_table", { port: "Brest", days: 1 }),
    ]);
    const edits = [
      tool("edit", { filePath: "README.md", oldString: "a table of harmonics", newString: "harmonics" }),
      tool("write", { filePath: "NOTES.md", content: "# Notes\n" }),
    ];
    await rejectAll(stage, session, edits, EDITING);
  },
};

/** One prompt whose answer calls all of them at once; the user rejects the last when all have asked. */
async function rejectAll(stage: Stage, session: string, steps: Step[], model = {}): Promise<void> {
  stage.setScript(() => steps);
  await stage.prompt(session, "Use your tools", model);
  let asked: Record<string, unknown> = {};
  for (const _ of steps) asked = await stage.next("permission.asked", session);
  await stage.call("POST", `/permission/${asked.id}/reply`, { reply: "reject" });
  await stage.idle(session);
}

/** The same tools with another end each. */
export const toolEnds = [completed, failed, denied];
