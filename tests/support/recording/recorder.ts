import * as v from "valibot";
import { type Script, type ScriptedModel, startScriptedModel } from "../../../tools/model/server";
import { text } from "../../../tools/model/steps";
import { type ConfigOptions, writeConfig } from "../../../tools/opencode/config";
import { type OpenCodeServer, startServer } from "../../../tools/opencode/server";
import { type Workspace, writeFiles } from "../../../tools/opencode/workspace";
import { type Envelope, openEventStream } from "./event-stream";
import { type Call, type Recording, StoredSession } from "./recording";
import { createStage, request, type Stage } from "./stage";

/** A short story played on a real server. */
export interface Scenario {
  name: string;
  about: string;
  /** How the model answers; a scenario may also set it while it plays. */
  script?: Script;
  /** Uses the server; resolves when the story is over, apart from what the server still sends by itself. */
  play: (stage: Stage) => Promise<void>;
  /** Over the configuration that all scenarios have. */
  config?: Partial<ConfigOptions>;
  /** Files that are there before the server starts, by their paths in the workspace. */
  files?: Record<string, string>;
  /** More of the server's environment. */
  env?: Record<string, string>;
  /** Keep the raw bytes of the stream, and the `sync` copies of events. */
  raw?: boolean;
  /** Record the first use of a directory, with everything the server sends while it loads. */
  cold?: boolean;
}

/** What the server sends after a session has gone idle comes within this time. */
const SILENCE = 1_500;

/** Plays a scenario on a server of its own. The workspace is used up: give each scenario a new one. */
export async function record(scenario: Scenario, workspace: Workspace): Promise<Recording> {
  const model = await startScriptedModel({ script: () => [text("Ready.")] });
  await writeConfig(workspace.directory, { modelUrl: model.url, ...scenario.config });
  await writeFiles(workspace.directory, scenario.files ?? {});
  const { directory, home } = workspace;
  const server = await startServer({ directory, home, ...(scenario.env ? { env: scenario.env } : {}) });
  try {
    return await play(scenario, server, model, workspace.directory);
  } finally {
    await server.stop();
    await model.close();
  }
}

async function play(
  scenario: Scenario,
  server: OpenCodeServer,
  model: ScriptedModel,
  directory: string,
): Promise<Recording> {
  const stream = await openEventStream(server.url);
  const greeting = stream.raw();
  const calls: Call[] = [];
  let start = Number.POSITIVE_INFINITY;
  const wanted = (event: Envelope) => scenario.raw || event.payload.type !== "sync";
  const recorded = () => stream.events.filter((event, index) => (index === 0 || index >= start) && wanted(event));
  const stage = createStage({
    url: server.url,
    directory,
    stream,
    setScript: model.setScript,
    count: () => recorded().length,
    onCall: (call) => calls.push(call),
  });

  const warmUp = await stage.createSession();
  const rename = { title: "Before the recording" };
  await stream.live(() => stage.call("PATCH", `/session/${warmUp}`, rename));
  if (!scenario.cold) {
    // The first prompt in a directory loads its plugins, which sends dozens of events that belong to no scenario.
    await stage.prompt(warmUp, "Warm up");
    await stage.idle(warmUp);
  }
  await stream.quiet(SILENCE);
  start = stream.events.length;
  calls.length = 0;
  const skipped = stream.raw().length;

  if (scenario.script) model.setScript(scenario.script);
  await scenario.play(stage);
  await stream.quiet(SILENCE);
  await stream.close();
  if (model.errors.length > 0) throw new AggregateError(model.errors, `The script of ${scenario.name} failed`);

  return {
    version: server.version,
    scenario: scenario.name,
    about: scenario.about,
    directory,
    events: recorded(),
    calls,
    sessions: await stored(server.url, warmUp),
    ...(scenario.raw ? { sse: greeting + stream.raw().slice(skipped) } : {}),
  };
}

/** What the server keeps of all sessions but one, oldest first. */
async function stored(url: string, except: string): Promise<Recording["sessions"]> {
  const get = async (path: string) => (await request(url, "GET", path)).response;
  const known = v.parse(v.array(v.object({ id: v.string() })), await get("/experimental/session"));
  const sessions: Recording["sessions"] = [];
  for (const { id } of known.filter((session) => session.id !== except).reverse()) {
    const session = await get(`/session/${id}`);
    const messages = await get(`/session/${id}/message`);
    sessions.push(v.parse(StoredSession, { session, messages }));
  }
  return sessions;
}
