import type { Row, WirePart, WireSession } from "./database";
import type { SimulatedOpenCode } from "./opencode";

/** What a model does in one turn, in order. */
export const BLOCKS = ["text", "reasoning", "tool", "permission", "question", "subagent", "retry", "error"] as const;
export type Block = (typeof BLOCKS)[number];

/** How a request was answered; `reject` ends the run. */
export type Reply = "go on" | "reject";

/** What a run waits for: some milliseconds, or somebody's answer. */
export type Wait = number | "answer";

/** A session's run: what it has under way, which is lost when the server dies. */
export interface Run {
  session: WireSession;
  steps: Generator<Wait, void, Reply | undefined>;
  /** Ends the present wait. */
  cancel: () => void;
  assistant?: Row;
  /** A text that grows: the server stores it when it ends [measured]. */
  growing?: { part: WirePart; text: string };
  tool?: WirePart;
  child?: string;
  waitsFor?: string;
}

/** `#12 text,tool: …`: the prompt's number and what the model does about it. */
export function promptText(number: number, blocks: readonly Block[]): string {
  return `#${number} ${blocks.join(",")}: please`;
}

export function blocksOf(text: string): Block[] {
  const names = /#\d+ ([a-z,]*):/.exec(text)?.[1]?.split(",") ?? [];
  return names.filter((name): name is Block => (BLOCKS as readonly string[]).includes(name));
}

/** The steps of a run: answers every message that has none, as recorded from the real server. */
export function* turn(server: SimulatedOpenCode, run: Run): Generator<Wait, void, Reply | undefined> {
  const { session } = run;
  for (let user = server.unanswered(session.id); user; user = server.unanswered(session.id)) {
    server.begin(user);
    server.setStatus(session.id, { type: "busy" });
    const blocks = blocksOf(textOf(user));
    yield 15;
    open(server, run, user);
    yield 10;
    if (session.title.startsWith("New session")) server.rename(session, `Title ${user.info.id.slice(-4)}`);
    server.messages.tell(user);
    server.setStatus(session.id, { type: "busy" });
    for (const block of blocks) {
      const end = yield* perform(server, run, user, block);
      if (end === "failed") {
        server.after(0, () => server.fail(run, { name: "APIError", data: { message: "Invalid API key" } }));
        yield "answer";
      }
      if (end === "rejected") return finish(server, run, "tool-calls");
    }
    if (blocks.at(-1) !== "text") yield* speak(server, run, "text", 2);
    closeStep(server, run, "stop");
    yield 8;
  }
  finish(server, run, undefined);
}

function* perform(
  server: SimulatedOpenCode,
  run: Run,
  user: Row,
  block: Block,
): Generator<Wait, "done" | "failed" | "rejected", Reply | undefined> {
  switch (block) {
    case "text":
      yield* speak(server, run, "text", 4);
      return "done";
    case "reasoning":
      yield* speak(server, run, "reasoning", 2);
      return "done";
    case "error":
      yield 30;
      return "failed";
    case "retry":
      // The attempt that broke leaves its text behind, empty and without an end [measured].
      yield* speak(server, run, "text", 2, false);
      delete run.growing;
      server.setStatus(run.session.id, {
        type: "retry",
        attempt: 1,
        message: "Overloaded",
        next: server.now() + 2_000,
      });
      yield 2_000;
      server.setStatus(run.session.id, { type: "busy" });
      return "done";
    case "tool":
    case "permission":
    case "question":
    case "subagent": {
      const reply = yield* useTool(server, run, block);
      if (reply === "reject") return "rejected";
      closeStep(server, run, "tool-calls");
      yield 5;
      server.setStatus(run.session.id, { type: "busy" });
      open(server, run, user);
      return "done";
    }
  }
}

function* speak(
  server: SimulatedOpenCode,
  run: Run,
  type: "text" | "reasoning",
  words: number,
  ends = true,
): Generator<Wait, void, Reply | undefined> {
  const part = server.messages.part(run, type, { text: "", time: { start: server.now() } });
  const growing = { part, text: "" };
  run.growing = growing;
  for (let word = 0; word < words; word++) {
    yield 40;
    const delta = `${word === 0 ? "" : " "}word${word}-${part.id.slice(-4)}`;
    growing.text += delta;
    server.emit(run.session, "message.part.delta", {
      sessionID: part.sessionID,
      messageID: part.messageID,
      partID: part.id,
      field: "text",
      delta,
    });
  }
  yield 20;
  if (ends) server.messages.endText(run);
}

function* useTool(
  server: SimulatedOpenCode,
  run: Run,
  block: "tool" | "permission" | "question" | "subagent",
): Generator<Wait, Reply, Reply | undefined> {
  const name = block === "subagent" ? "task" : block === "question" ? "question" : "bash";
  const callID = `call_${server.count()}`;
  run.tool = server.messages.part(run, "tool", {
    tool: name,
    callID,
    state: { status: "pending", input: {}, raw: "" },
  });
  yield 15;
  const input = { command: "ls" };
  const time = { start: server.now() };
  const set = (state: object) => {
    run.tool = server.messages.changePart({
      ...(run.tool as WirePart),
      state: { input, metadata: {}, time, ...state },
    });
  };
  set({ status: "running" });
  let reply: Reply = "go on";
  if (block === "permission" || block === "question") {
    yield 10;
    server.ask(run, block, callID);
    reply = (yield "answer") ?? "go on";
    delete run.waitsFor;
    yield 5;
  } else if (block === "subagent") {
    server.beginChild(run);
    set({ status: "running", metadata: { sessionId: run.child } });
    yield "answer";
    delete run.child;
  } else {
    yield 30;
    set({ status: "running", metadata: { output: "line 1\n" } });
    yield 300;
  }
  const ended = { ...time, end: server.now() };
  if (reply === "reject") set({ status: "error", error: "The user rejected this", time: ended });
  else set({ status: "completed", output: "line 1\nline 2\n", title: "List files", time: ended });
  delete run.tool;
  return reply;
}

/** A message of the assistant begins. */
function open(server: SimulatedOpenCode, run: Run, user: Row): void {
  run.assistant = server.messages.assistant(run.session, user.info.id);
  server.messages.part(run, "step-start", {});
}

function closeStep(server: SimulatedOpenCode, run: Run, finish: string): void {
  const row = run.assistant;
  if (!row) return;
  server.messages.part(run, "step-finish", { reason: finish, cost: 0.001 });
  row.info = { ...row.info, finish };
  server.messages.tell(row);
  server.messages.complete(row);
  server.touch(run.session);
}

/** The end of a run, and what the server still tells after it. */
function finish(server: SimulatedOpenCode, run: Run, reason: string | undefined): void {
  if (reason !== undefined) closeStep(server, run, reason);
  server.setStatus(run.session.id, { type: "busy" });
  server.leave(run);
}

export function textOf(row: Row): string {
  return row.parts.map((part) => (typeof part.text === "string" ? part.text : "")).join("");
}
