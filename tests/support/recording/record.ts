/*
 * Records what a real OpenCode server sends, as fixtures for the tests: `npm run record`, or with the names of
 * scenarios to record only these. The events' order is the server's own and differs a little from run to run.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { buildWorkspace } from "../../../tools/opencode/workspace";
import { record } from "./recorder";
import { recordingFile } from "./recording";
import { scenarios } from "./scenarios";

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !scenarios.some((scenario) => scenario.name === name));
if (unknown.length > 0) throw new Error(`No such scenario: ${unknown.join(", ")}`);

for (const scenario of scenarios) {
  if (wanted.length > 0 && !wanted.includes(scenario.name)) continue;
  // The path is in almost every event: a fixed one keeps recordings of different machines alike.
  const workspace = await buildWorkspace(path.join(tmpdir(), "opencode-nexus-recording"));
  try {
    const { events, calls, sessions, ...head } = await record(scenario, workspace);
    const file = recordingFile(scenario.name);
    await mkdir(new URL(".", file), { recursive: true });
    await writeFile(file, lines({ ...head, sessions, calls, events }));
    console.log(`${scenario.name}: ${events.length} events, ${calls.length} calls, ${sessions.length} sessions`);
  } finally {
    await workspace.remove();
  }
}

/** JSON with one line for each entry of a list, so that changes can be read. */
function lines(recording: Record<string, unknown>): string {
  const fields = Object.entries(recording).map(([name, value]) => {
    const entries = Array.isArray(value) ? value.map((entry) => `\n  ${JSON.stringify(entry)}`) : undefined;
    return `${JSON.stringify(name)}: ${entries ? `[${entries.join(",")}\n]` : JSON.stringify(value)}`;
  });
  return `{\n${fields.join(",\n")}\n}\n`;
}
