// @vitest-environment jsdom
import { expect, test } from "vitest";
import { rendererOf } from "../../../components/tools/registry";
import type { ToolSummary } from "../../../components/tools/tool";
import type { ToolPart } from "../../../lib/model";
import { loadRecording } from "../../support/recording/recording";
import { decodeRecorded, replay } from "../../support/replay";

/** What the lines of a recorded scenario's calls of `tool` say in the end. */
async function linesOf(scenario: string, tool: string): Promise<ToolSummary[]> {
  const recording = await loadRecording(scenario);
  const { transcripts } = replay(decodeRecorded(recording.events).events);
  const parts = Object.values(transcripts).flatMap((transcript) => Object.values(transcript.parts));
  const calls = parts.filter((part): part is ToolPart => part.type === "tool" && part.tool === tool);
  const context = { phase: "completed", directory: recording.directory, mcpServers: () => [] } as const;
  return calls.map((part) => rendererOf(tool).summary(part, context));
}

test("A task leads to the session of its subagent", async () => {
  const { sessions } = await loadRecording("subagent");
  const child = sessions.find(({ session }) => session.parentID !== undefined);
  expect(await linesOf("subagent", "task")).toMatchObject([{ subject: "List files", session: child?.session.id }]);
});

test("A plan says how much of it is done", async () => {
  expect((await linesOf("tool-edit", "todowrite")).at(-1)).toMatchObject({ note: "1 of 1 done" });
});
