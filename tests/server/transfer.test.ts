import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import type { OpenCodeClient, SessionRef } from "../../lib/opencode/client";
import { connectClient } from "../../lib/opencode/connect";
import { createIdentifiers } from "../../lib/opencode/identifier";
import type { WirePage } from "../../lib/opencode/transfer";
import { readSessionFile } from "../../lib/transfer/session-file";
import { text, tool } from "../../tools/model/steps";
import { findBinary } from "../../tools/opencode/binary";
import { isolatedEnvironment } from "../../tools/opencode/environment";
import { useStage } from "../e2e/scene";

const steps = [tool("bash", { command: "echo high", description: "Says it" }), text("Two metres.")];
const stage = useStage({ script: () => [steps.shift() ?? text("Done.")], config: { permission: {} } });

let client: OpenCodeClient;
let ref: SessionRef;
let content: string;

async function pagesOf(of: SessionRef): Promise<unknown[]> {
  const pages: WirePage[] = [];
  let before: string | undefined;
  do {
    const page = await client.wireMessages(of, { limit: 2, ...(before === undefined ? {} : { before }) });
    pages.unshift(page);
    before = page.olderCursor;
  } while (before !== undefined);
  return pages.flatMap((page) => page.messages);
}

beforeAll(async () => {
  const surroundings = { fetch, now: Date.now, mayReach: async () => true };
  client = await connectClient({ url: stage.server.url, headers: {} }, surroundings, () => undefined);
  ref = { id: await stage.addSession("How high is the tide?"), directory: stage.workspace.directory };
  content = JSON.stringify({ info: await client.wireSession(ref), messages: await pagesOf(ref) });
});

describe("an exported session", () => {
  it("is what the server stores, page by page", async () => {
    expect(JSON.parse(content)).toEqual({
      info: await stage.get(`/session/${ref.id}`),
      messages: await stage.get(`/session/${ref.id}/message`),
    });
  });

  it("is read by OpenCode's own import where nothing was before, and has all it had", async () => {
    const { home, directory } = stage.workspace;
    const env = isolatedEnvironment({ home, env: { XDG_DATA_HOME: path.join(home, "data-of-another") } });
    const { path: binary } = await findBinary();
    const run = (...args: string[]) => promisify(execFile)(binary, args, { cwd: directory, env });
    const file = path.join(home, "session.json");
    await writeFile(file, content);
    await run("import", file);
    const { stdout } = await run("export", ref.id);
    expect(JSON.parse(stdout)).toEqual(JSON.parse(content));
  });
});

describe("an imported session", () => {
  it("has what was said, done and spent, under ids of its own", async () => {
    const read = readSessionFile(content);
    if (!read.ok) throw new Error(read.why);
    const identify = createIdentifiers(Date.now);
    const directory = stage.workspace.second;
    const copy = await client.importSession(directory, read.file, identify);
    const original = await client.session(ref);
    expect(copy.id).not.toBe(ref.id);
    expect(copy).toMatchObject({ title: original.title, cost: original.cost, tokens: original.tokens, directory });
    expect(copy.updatedAt).toBe(original.updatedAt);
    const said = async (of: SessionRef) =>
      (await client.messages(of, { limit: 100 })).messages.map(({ message, parts }) => ({
        role: message.role,
        createdAt: message.createdAt,
        parts: parts.map(({ id, sessionId, messageId, order, ...part }) => part),
      }));
    expect(await said({ id: copy.id, directory })).toEqual(await said(ref));
  });

  it("is not left behind by half when the server does not take it", async () => {
    const read = readSessionFile(content);
    if (!read.ok) throw new Error(read.why);
    const broken = { ...read.file, messages: [...read.file.messages, { info: { id: "x" }, parts: [] }] };
    const before = (await client.sessions({ limit: 100 })).sessions.length;
    const bring = client.importSession(ref.directory, broken as typeof read.file, createIdentifiers(Date.now));
    await expect(bring).rejects.toThrow();
    expect((await client.sessions({ limit: 100 })).sessions).toHaveLength(before);
  });
});
