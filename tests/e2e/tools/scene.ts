import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { importSession, type Piece } from "../../support/long-session";
import { useScene } from "../scene";
import type { Stage } from "../stage";

const MCP_SERVER = fileURLToPath(new URL("../../support/mcp-server.mjs", import.meta.url));
const PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==";

const SKILL = `<skill_content name="tide-tables">
# Skill: tide-tables

High water comes twice a day.

Base directory for this skill: /skills/tide-tables
</skill_content>`;

/**
 * Files of all kinds, and a session in which each was looked at. `grep`, `glob` and `skill` need a program that not
 * every machine has, `websearch` the web.
 */
async function lookedAround({ workspace }: Stage): Promise<void> {
  const file = (name: string) => path.join(workspace.directory, name);
  await mkdir(file("odd"));
  await writeFile(file("odd/pixel.png"), Buffer.from(PIXEL, "base64"));
  await writeFile(file("odd/noise.bin"), Buffer.from([0, 1, 2, 255, 254, 0, 9]));
  await writeFile(file("odd/tide.pdf"), Buffer.from("%PDF-1.4\n%\xe2\xe3\xcf\xd3\0\n", "latin1"));
  const wide = "x".repeat(1_000_000);
  await writeFile(file("odd/large.txt"), `${wide}\n${"a line of text\n".repeat(300_000)}`);
  const found = `Found 1 matches\n${file("src/tides.ts")}:\n  Line 2:   return 2.1 * Math.cos((2 * Math.PI * hours) / 12.42);`;
  const read = (filePath: string): Piece => ({ tool: "read", input: { filePath }, output: "read" });
  const answer: Piece[] = [
    { tool: "grep", input: { pattern: "cos" }, output: found },
    "Looked for it.",
    read("odd/large.txt"),
    "Read one.",
    read(file("odd")),
    "Read another.",
    read("gone.ts"),
    "Read all. The tide is in `src/tides.ts:2`, and of `large.txt`, [the odd ones](odd) and `client/server` I say nothing.",
  ];
  const [glob, hits] = [
    `${file("src/main.ts")}\n${file("src/tides.ts")}`,
    "Title: Tides\nURL: https://tides.example/brest\n",
  ];
  answer.push(
    { tool: "glob", input: { pattern: "**/*.ts" }, output: glob },
    { tool: "list", input: { path: file("src") }, output: `${file("src")}/\n  main.ts\n  tides.ts\n` },
    read("README.md"),
    "Looked again.",
    { tool: "websearch", input: { query: "tides at Brest" }, output: hits },
    "Found one.",
    { tool: "skill", input: { name: "tide-tables" }, output: SKILL },
    "That was all.",
  );
  await importSession(workspace, 2, (index) => (index === 0 ? "Look around" : answer), "Looked around");
}

export const { stage, nexus, panel } = useScene({
  config: {
    permission: {},
    // Only models with such names are given `apply_patch`.
    ids: { providerID: "scripted", modelID: "gpt-5" },
    more: { mcp: { harbour_board: { type: "local", command: [process.execPath, MCP_SERVER] } } },
  },
  before: lookedAround,
});
