import { execFile } from "node:child_process";
import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { createIdentifiers } from "../../lib/opencode/identifier";
import { findBinary } from "../../tools/opencode/binary";
import { isolatedEnvironment } from "../../tools/opencode/environment";
import type { Workspace } from "../../tools/opencode/workspace";

/** A piece of a message: text, a thought, or a call of a tool that has ended. The last two are of answers only. */
export type Piece = string | { reasoning: string } | { tool: string; input: Record<string, unknown>; output: string };

export interface LongSession {
  id: string;
  title: string;
  /** In order, oldest first. */
  messageIds: string[];
}

/** Milliseconds between two of its messages. */
const PACE = 1_000;

/**
 * Puts a session of any length into a workspace's OpenCode by its own `opencode import`: questions and answers by turns,
 * a question first. The server may run meanwhile. 5,000 messages take some seconds, most of it the processor's.
 *
 * @param says what the message at an index consists of
 */
export async function importSession(
  workspace: Workspace,
  count: number,
  says: (index: number) => Piece | Piece[],
  title = `${count} messages`,
): Promise<LongSession> {
  const { home, directory } = workspace;
  const begun = Date.now() - count * PACE;
  let now = begun;
  const identify = createIdentifiers(() => now);
  const sessionID = identify("msg").replace("msg_", "ses_");
  const messages: { info: { id: string; [field: string]: unknown }; parts: object[] }[] = [];
  for (let index = 0; index < count; index++) {
    now = begun + index * PACE;
    const id = identify("msg");
    const isAnswer = index % 2 === 1;
    const about = isAnswer ? answerInfo(directory, messages.at(-1)?.info.id ?? "", now) : questionInfo(now);
    const parts = [says(index)].flat().map((piece) => ({
      id: identify("prt"),
      sessionID,
      messageID: id,
      ...partOf(piece),
      ...(isAnswer && isGrown(piece) ? { time: { start: now, end: now + PACE / 2 } } : {}),
    }));
    messages.push({ info: { id, sessionID, ...about }, parts });
  }
  const time = { created: begun, updated: now };
  const info = { id: sessionID, slug: "long", projectID: "global", directory, title, version: "1.18.33", time };

  const file = path.join(home, `${sessionID}.json`);
  await writeFile(file, JSON.stringify({ info, messages }));
  const { path: binary } = await findBinary();
  await promisify(execFile)(binary, ["import", file], { cwd: directory, env: isolatedEnvironment({ home }) });
  await rm(file);
  return { id: sessionID, title, messageIds: messages.map((message) => message.info.id) };
}

const MODEL = { providerID: "scripted", modelID: "scripted" };

const questionInfo = (now: number) => ({ role: "user", time: { created: now }, agent: "build", model: MODEL });

const answerInfo = (directory: string, parentID: string, now: number) => ({
  role: "assistant",
  parentID,
  time: { created: now, completed: now + PACE / 2 },
  ...MODEL,
  mode: "build",
  agent: "build",
  path: { cwd: directory, root: directory },
  cost: 0.001,
  tokens: { input: 10, output: 20, reasoning: 0, cache: { read: 0, write: 0 } },
  finish: "stop",
});

const isGrown = (piece: Piece) => typeof piece === "string" || "reasoning" in piece;

function partOf(piece: Piece): object {
  if (typeof piece === "string") return { type: "text", text: piece };
  if ("reasoning" in piece) return { type: "reasoning", text: piece.reasoning };
  const { tool, input, output } = piece;
  const state = { status: "completed", input, output, title: "", metadata: {}, time: { start: 0, end: 1 } };
  return { type: "tool", callID: crypto.randomUUID(), tool, state };
}
