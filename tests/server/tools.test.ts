import { readdir } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoScript } from "../../tools/model/demo";
import { type ScriptedModel, startScriptedModel } from "../../tools/model/server";
import { broken, failure, hold, text } from "../../tools/model/steps";
import { writeConfig } from "../../tools/opencode/config";
import { hasUsableModel } from "../../tools/opencode/models";
import { type OpenCodeServer, startServer } from "../../tools/opencode/server";
import { isolatedWorkspace, type Workspace } from "../../tools/opencode/workspace";
import { type EventStream, openEventStream } from "../support/recording/event-stream";
import { createStage, request, type Stage } from "../support/recording/stage";

/** A boot takes seconds, and many of them when everything runs at once. */
const SLOW = 120_000;

describe("the scripted model", () => {
  let model: ScriptedModel;
  beforeAll(async () => {
    model = await startScriptedModel({ script: () => [text("unset")] });
  });
  afterAll(() => model.close());

  const ask = (prompt: string, signal?: AbortSignal) =>
    fetch(`${model.url}/chat/completions`, {
      method: "POST",
      body: JSON.stringify({
        model: "any",
        messages: [{ role: "user", content: prompt }],
        tools: [{ type: "function", function: { name: "bash" } }],
      }),
      ...(signal ? { signal } : {}),
    });

  it("streams a text word by word, and the words joined are the text", async () => {
    const story = "Ça va,\n\n- 潮汐 🌊\n  and  more\n";
    model.setScript(() => [text(story)]);
    const lines = (await (await ask("go")).text()).split("\n\n").filter((line) => line.startsWith("data: {"));
    const deltas = lines.map((line) => JSON.parse(line.slice(6)).choices[0]?.delta.content ?? "");
    expect(deltas.filter(Boolean).length).toBeGreaterThan(4);
    expect(deltas.join("")).toBe(story);
  });

  it("refuses with the status and body of the script", async () => {
    model.setScript(() => [failure(429, "Slow down", { "retry-after": "3" })]);
    const answer = await ask("go");
    expect(answer.status).toBe(429);
    expect(answer.headers.get("retry-after")).toBe("3");
    expect(await answer.json()).toMatchObject({ error: { message: "Slow down" } });
  });

  it("cuts the connection where the script breaks", async () => {
    const held = hold();
    model.setScript(() => [text("half"), held.step, broken()]);
    const answer = await ask("go");
    const whole = answer.text();
    held.release();
    await expect(whole).rejects.toThrow();
  });

  it("tells when the client has left", async () => {
    const held = hold();
    const leave = new AbortController();
    model.setScript(() => [text("half"), held.step]);
    await ask("leaving", leave.signal);
    await held.reached;
    const signal = model.requests.at(-1)?.signal;
    expect(signal?.aborted).toBe(false);
    const left = new Promise((resolve) => signal?.addEventListener("abort", resolve));
    leave.abort();
    await left;
    expect(model.errors).toEqual([]);
  });
});

describe("a real OpenCode server with the scripted model", () => {
  let workspace: Workspace;
  let model: ScriptedModel;
  let server: OpenCodeServer;
  let stream: EventStream;
  let stage: Stage;

  async function enter(): Promise<void> {
    stream = await openEventStream(server.url, server.headers);
    const { url } = server;
    const { directory } = workspace;
    const setScript = model.setScript;
    stage = createStage({ url, directory, stream, setScript, count: () => 0, onCall: () => undefined });
    const session = await stage.createSession();
    await stream.live(() => stage.call("PATCH", `/session/${session}`, { title: "Warm" }));
  }

  const storedTexts = async (session: string): Promise<string[]> => {
    const { response } = await stage.call("GET", `/session/${session}/message`);
    const messages = response as { info: { role: string }; parts: { type: string; text?: string }[] }[];
    const answers = messages.filter((message) => message.info.role === "assistant").flatMap(({ parts }) => parts);
    return answers.filter((part) => part.type === "text").map((part) => part.text ?? "");
  };

  const streamed = (session: string): string =>
    stream.events
      .map(({ payload }) => payload)
      .filter((event) => event.type === "message.part.delta" && event.properties?.sessionID === session)
      .map((event) => String(event.properties?.delta))
      .join("");

  beforeAll(async () => {
    workspace = await isolatedWorkspace();
    model = await startScriptedModel({ script: () => [text("unset")] });
    await writeConfig(workspace.directory, { modelUrl: model.url });
    server = await startServer({ directory: workspace.directory, home: workspace.home });
    await enter();
  }, SLOW);

  afterAll(async () => {
    await stream?.close();
    await server?.stop();
    await model?.close();
    await workspace?.remove();
  }, SLOW);

  it("says its version and offers the model", { timeout: SLOW }, async () => {
    expect(server.version).toMatch(/^1\.\d+\.\d+/);
    expect(server.log()).toContain("listening");
    expect(await hasUsableModel(server.url)).toBe(true);
  });

  it("streams a turn, and stores what was streamed", { timeout: SLOW }, async () => {
    model.setScript(() => [text("One two three, and four.")]);
    const session = await stage.createSession();
    await stage.prompt(session, "Count");
    await stage.idle(session);
    expect(streamed(session)).toBe("One two three, and four.");
    expect(await storedTexts(session)).toEqual(["One two three, and four."]);
    expect(model.requests.at(-1)?.prompt).toBe("Count");
    expect(model.asides.at(-1)?.prompt).toBe("Count");
  });

  it("goes on with a held answer only when it is released", { timeout: SLOW }, async () => {
    const held = hold();
    model.setScript(() => [text("The first half,"), held.step, text(" and the second.")]);
    const session = await stage.createSession();
    await stage.prompt(session, "Tell me");
    await stage.said(" half,");
    await held.reached;
    expect(streamed(session)).toBe("The first half,");
    held.release();
    await stage.idle(session);
    expect(await storedTexts(session)).toEqual(["The first half, and the second."]);
  });

  it("plays the demo: it names itself a script, and asks before it runs something", { timeout: SLOW }, async () => {
    model.setScript(demoScript(0));
    const session = await stage.createSession();
    await stage.prompt(session, "Hello there");
    await stage.idle(session);
    const [hello] = await storedTexts(session);
    expect(hello).toContain("scripted demo");
    expect(hello).toContain("> Hello there");

    await stage.prompt(session, "Please run something");
    const asked = await stage.next("permission.asked", session);
    await stage.call("POST", `/permission/${asked.id}/reply`, { reply: "once" });
    await stage.idle(session);
    expect((await storedTexts(session)).at(-1)).toContain("README.md");
  });

  it("comes back on the same address with its sessions after it was killed", { timeout: SLOW }, async () => {
    const before = await stage.createSession();
    await server.kill();
    await expect(fetch(`${server.url}/global/health`)).rejects.toThrow();
    await server.restart();
    await stream.close();
    await enter();
    expect((await stage.call("GET", `/session/${before}`)).status).toBe(200);
  });

  it("leaves in no folder of the system what it needs for a moment, and takes it away", { timeout: SLOW }, async () => {
    const temporary = async () => (await readdir(workspace.home)).filter((name) => name.startsWith("opencode-"));
    const folders = await temporary();
    expect(folders).toHaveLength(1);
    // The search of files comes with a library.
    await stage.call("GET", "/find/file?query=tides");
    expect(await readdir(path.join(workspace.home, ...folders))).not.toEqual([]);
    await server.stop();
    expect(await temporary()).toEqual([]);
  });
});

it("lets nobody in without the password, and finds no model where none is allowed", { timeout: SLOW }, async () => {
  const workspace = await isolatedWorkspace();
  const { directory, home } = workspace;
  await writeConfig(directory, { modelUrl: "http://127.0.0.1:9/v1", more: { enabled_providers: ["nobody"] } });
  const server = await startServer({ directory, home, username: "captain", password: "ahoy" });
  try {
    expect((await fetch(`${server.url}/global/health`)).status).toBe(401);
    expect((await fetch(`${server.url}/global/health`, { headers: server.headers })).status).toBe(200);
    expect((await request(server.url, "GET", "/session")).status).toBe(401);
    expect(await hasUsableModel(server.url, server.headers)).toBe(false);
  } finally {
    await server.stop();
    await workspace.remove();
  }
});

it("says what the server printed when it cannot start", { timeout: SLOW }, async () => {
  const workspace = await isolatedWorkspace();
  const { directory, home } = workspace;
  const occupant = await startScriptedModel({ script: () => [] });
  try {
    const port = Number(new URL(occupant.url).port);
    await expect(startServer({ directory, home, port })).rejects.toThrow(/did not start at .*\n[\s\S]*Error/);
  } finally {
    await occupant.close();
    await workspace.remove();
  }
});
