// @vitest-environment jsdom
import { render } from "solid-js/web";
import { expect, onTestFinished, test } from "vitest";
import { Subagent } from "../../../components/tools/Subagent";
import { lastActivity, type Server, type Session } from "../../../lib/model";
import { loadRecording } from "../../support/recording/recording";
import { decodeRecorded, replay } from "../../support/replay";
import { toolCall } from "../../support/tool-call";
import { detailsOf, named } from "./details";

/** The recorded server, after as many of its events as `until` asks for, with the line that a card would tell. */
async function recorded(until: (server: Server) => boolean): Promise<{ server: Server; child: Session }> {
  const { events } = decodeRecorded((await loadRecording("subagent")).events);
  let server = replay([]);
  for (const event of events) {
    server = replay([event], server);
    if (until(server)) break;
  }
  const child = Object.values(server.sessions).find(({ parentId }) => parentId !== undefined);
  if (!child) throw new Error("No subagent has begun");
  const transcript = server.transcripts[child.id];
  const activity = transcript && lastActivity(transcript);
  if (activity) server.activities[child.id] = activity;
  return { server, child };
}

function shown({ server, child }: { server: Server; child: Session }): HTMLElement {
  const host = document.createElement("div");
  onTestFinished(render(() => <Subagent server={server} session={child} task="List files" />, host));
  const card = host.querySelector<HTMLElement>('[aria-label="Subagent: List files"]');
  if (!card) throw new Error("There is no card");
  return card;
}

test("A subagent that has only begun says that it works", async () => {
  const card = shown(await recorded((server) => Object.values(server.statuses).length > 1));
  expect(card.dataset.state).toBe("working");
  expect(card.textContent).toContain("Working");
});

test("A subagent that waits for the user says for what", async () => {
  const card = shown(await recorded((server) => Object.keys(server.requests).length > 0));
  expect(card.dataset.state).toBe("waiting");
  expect(card.textContent).toContain("Needs you: run a command");
});

test("A subagent that is done tells its last words and what it took", async () => {
  const card = shown(await recorded(() => false));
  expect(card.dataset.state).toBe("idle");
  expect(card.textContent).toContain("README.md and src.");
  expect(card.textContent).toContain("4.9k tokens · <$0.01");
});

test("A subagent that failed says why", async () => {
  const { server, child } = await recorded(() => false);
  server.activities[child.id] = { kind: "error", line: "No credit left", at: 1 };
  expect(shown({ server, child }).textContent).toContain("Failed: No credit left");
});

test("A task opens to what was asked and answered, without the server's wrapping", () => {
  const output = '<task id="ses_1" state="completed">\n<task_result>\nTwo files.\n</task_result>\n</task>';
  const input = { description: "List", prompt: "List the files.", subagent_type: "general" };
  const host = detailsOf(toolCall("task", { status: "completed", input, output }));
  expect(named(host, "What the subagent was asked")).toBe("List the files.");
  expect(named(host, "What it answered")).toBe("Two files.\n");
  const failed = detailsOf(toolCall("task", { status: "error", input, error: "Unknown agent" }));
  expect(named(failed, "Error")).toBe("Unknown agent");
});
