import type { Chance } from "../chance";
import type { VirtualTime } from "../virtual-time";
import { Database, type Row, type WireMessage, type WirePart, type WireRequest, type WireSession } from "./database";
import { Messages } from "./messages";
import { EventStream } from "./stream";
import { type Reply, type Run, textOf, turn } from "./turn";

export const DIRECTORIES = ["/work/tides", "/work/dunes"] as const;

/** A prompt as it comes in. */
export interface WirePrompt {
  messageID: string;
  parts: ({ id: string } & Record<string, unknown>)[];
}

/**
 * A simulator of `opencode serve` 1.18 that lives in virtual time and can be killed at any moment; behaviour and order of its
 * events as measured and recorded on the real one. Everything it does is atomic; between that it waits.
 */
export class SimulatedOpenCode {
  readonly db = new Database();
  readonly stream: EventStream;
  readonly messages: Messages;
  readonly statuses = new Map<string, { type: string }>();
  readonly permissions = new Map<string, WireRequest>();
  readonly questions = new Map<string, WireRequest>();
  /** How often a prompt's run was begun, by message id. */
  readonly begun = new Map<string, number>();
  /** Texts of all prompts ever stored, by message id; also of those deleted since. */
  readonly admitted = new Map<string, string>();
  /** Ids of sessions that it was asked to delete, whether they were there or not. */
  readonly unwanted = new Set<string>();
  private readonly runs = new Map<string, Run>();
  private counter = 0;
  private lastTime = 0;
  /** A process of its own after each start: what an earlier one was about to do is never done. */
  private life = 0;

  constructor(
    readonly time: VirtualTime,
    readonly chance: Chance,
    /** How far its clock is ahead of the client's, in milliseconds. */
    readonly clockOffset: number,
  ) {
    this.stream = new EventStream(time, chance);
    this.messages = new Messages(this);
  }

  now = (): number => this.time.now + this.clockOffset;
  count = (): number => ++this.counter;

  /** Ids ascend with time, but a session's, which descend. */
  id(prefix: string): string {
    this.lastTime = Math.max(this.now() * 4096, this.lastTime + 1);
    const hex = (this.lastTime % 2 ** 48).toString(16).padStart(12, "0");
    return `${prefix}_${hex}${String(this.count()).padStart(14, "0")}`;
  }

  after(ms: number, run: () => void): () => void {
    const { life } = this;
    return this.time.timer(ms, () => void (life === this.life && run()), "server");
  }

  emit(session: Pick<WireSession, "directory">, type: string, properties: unknown): void {
    this.stream.emit(session.directory, type, properties);
  }

  // Sessions

  createSession(directory: string, parentID?: string): WireSession {
    const now = this.now();
    const session: WireSession = {
      id: this.id("ses"),
      title: `New session - ${new Date(now).toISOString()}`,
      directory,
      projectID: `p${directory}`,
      version: "1.18.33",
      ...(parentID === undefined ? {} : { parentID }),
      time: { created: now, updated: now },
    };
    this.db.sessions.set(session.id, session);
    this.emit(session, "session.created", { sessionID: session.id, info: session });
    return session;
  }

  touch(session: WireSession): void {
    if (!this.db.sessions.has(session.id)) return;
    session.time.updated = Math.max(this.now(), session.time.updated + 1);
    this.emit(session, "session.updated", { sessionID: session.id, info: session });
  }

  rename(session: WireSession, title: string): void {
    session.title = title;
    this.touch(session);
  }

  deleteSession(session: WireSession): void {
    for (const child of this.db.children(session.id)) this.deleteSession(child);
    this.endRun(this.runs.get(session.id));
    this.statuses.delete(session.id);
    for (const requests of [this.permissions, this.questions]) {
      for (const [id, request] of requests) if (request.sessionID === session.id) requests.delete(id);
    }
    this.db.remove(session.id);
    this.emit(session, "session.deleted", { sessionID: session.id, info: session });
  }

  revert(session: WireSession, messageID: string): void {
    session.revert = { messageID };
    this.touch(session);
  }

  // Prompts and runs

  /** `prompt_async`. The same id again stores nothing twice and begins no second run, but announces it anew [measured]. */
  prompt(session: WireSession, { messageID, parts }: WirePrompt): void {
    this.takeBackReverted(session);
    const ids = { sessionID: session.id, messageID };
    const held = this.db.find(session.id, messageID);
    const created = this.now();
    const info: WireMessage = { id: messageID, sessionID: session.id, role: "user", time: { created } };
    if (held) held.info = info;
    const row = held ?? { info, parts: [] };
    if (!held) this.db.insert(row);
    this.messages.tell(row);
    for (const part of parts) {
      const whole = { ...part, ...ids } as WirePart;
      this.db.putPart(whole);
      this.emit(session, "message.part.updated", { sessionID: session.id, part: whole, time: created });
    }
    this.admitted.set(messageID, textOf(row));
    this.touch(session);
    if (!this.runs.has(session.id)) this.beginRun(session);
  }

  private takeBackReverted(session: WireSession): void {
    const from = session.revert?.messageID;
    if (from === undefined) return;
    delete session.revert;
    const rows = this.db.rows(session.id);
    const at = rows.findIndex(({ info }) => info.id === from);
    for (const { info } of at < 0 ? [] : rows.splice(at)) {
      this.emit(session, "message.removed", { sessionID: session.id, messageID: info.id });
    }
    this.touch(session);
  }

  private beginRun(session: WireSession): void {
    const run: Run = { session, cancel: () => undefined } as Run;
    run.steps = turn(this, run);
    this.runs.set(session.id, run);
    this.statuses.set(session.id, { type: "busy" });
    this.goOn(run, undefined);
  }

  /** The oldest message that nobody has begun to answer. */
  unanswered(sessionId: string): Row | undefined {
    return this.db.rows(sessionId).find(({ info }) => info.role === "user" && !this.begun.has(info.id));
  }

  begin(user: Row): void {
    this.begun.set(user.info.id, (this.begun.get(user.info.id) ?? 0) + 1);
  }

  private goOn(run: Run, reply: Reply | undefined): void {
    const { done, value } = run.steps.next(reply);
    if (done || value === "answer") run.cancel = () => undefined;
    else run.cancel = this.after(value, () => this.goOn(run, undefined));
  }

  private endRun(run: Run | undefined): void {
    if (!run) return;
    run.cancel();
    run.steps.return();
    this.runs.delete(run.session.id);
    const child = run.child === undefined ? undefined : this.runs.get(run.child);
    if (child) this.stop(child.session);
  }

  /** The run is over; a few things are told after that [measured]. */
  leave(run: Run): void {
    const { session } = run;
    this.runs.delete(session.id);
    this.idle(session.id);
    this.after(10, () => {
      this.touch(session);
      this.emit(session, "session.diff", { sessionID: session.id, diff: [] });
      const user = this.db.rows(session.id).findLast(({ info }) => info.role === "user");
      if (!user) return;
      user.info = { ...user.info, summary: { diffs: [{ additions: 1, deletions: 0 }] } };
      this.messages.tell(user);
    });
    const parent = session.parentID === undefined ? undefined : this.runs.get(session.parentID);
    if (parent?.child === session.id) this.goOn(parent, "go on");
  }

  /** `abort`, or a provider that fails: idle is told twice, and what is left of the message between [measured]. */
  fail(run: Run, error: { name: string; data: { message: string } }): void {
    const { session, assistant } = run;
    this.endRun(run);
    this.emit(session, "session.error", { sessionID: session.id, error });
    this.idle(session.id);
    const { growing, tool } = run;
    this.after(6, () => {
      if (growing) this.messages.endText(run);
      if (tool) {
        const time = { start: this.now(), end: this.now() };
        this.messages.changePart({
          ...tool,
          state: { status: "error", input: {}, metadata: {}, error: "aborted", time },
        });
      }
      if (assistant) {
        assistant.info = { ...assistant.info, error };
        this.messages.complete(assistant);
      }
      if (!this.runs.has(session.id)) this.idle(session.id);
    });
    const parent = session.parentID === undefined ? undefined : this.runs.get(session.parentID);
    if (parent?.child === session.id) this.goOn(parent, "go on");
  }

  stop(session: WireSession): void {
    const run = this.runs.get(session.id);
    if (run) this.fail(run, { name: "MessageAbortedError", data: { message: "Aborted" } });
  }

  setStatus(sessionID: string, status: { type: string } & Record<string, unknown>): void {
    const session = this.db.sessions.get(sessionID);
    if (!session) return;
    this.statuses.set(sessionID, status);
    this.emit(session, "session.status", { sessionID, status });
  }

  private idle(sessionID: string): void {
    this.setStatus(sessionID, { type: "idle" });
    this.statuses.delete(sessionID);
    const session = this.db.sessions.get(sessionID);
    if (session) this.emit(session, "session.idle", { sessionID });
  }

  // Requests

  ask(run: Run, kind: "permission" | "question", callID: string): void {
    const id = this.id(kind === "permission" ? "per" : "que");
    const tool = { messageID: run.assistant?.info.id ?? "", callID };
    const base = { id, sessionID: run.session.id, tool };
    const questions = [{ question: "Which?", header: "Which", options: [{ label: "This", description: "" }] }];
    const request: WireRequest =
      kind === "permission"
        ? { ...base, permission: "bash", patterns: ["ls"], metadata: {}, always: ["ls *"] }
        : { ...base, questions };
    (kind === "permission" ? this.permissions : this.questions).set(id, request);
    run.waitsFor = id;
    this.emit(run.session, `${kind}.asked`, request);
  }

  /** @returns whether there was such a request in that directory; a stale one is taken and has no effect [measured] */
  answer(kind: "permission" | "question", id: string, reply: Reply, directory: string): boolean {
    const requests = kind === "permission" ? this.permissions : this.questions;
    const request = requests.get(id);
    const session = request && this.db.sessions.get(request.sessionID);
    if (!session || session.directory !== directory) return false;
    requests.delete(id);
    const type =
      kind === "permission" ? "permission.replied" : reply === "reject" ? "question.rejected" : "question.replied";
    this.emit(session, type, { sessionID: session.id, requestID: id });
    const run = this.runs.get(session.id);
    if (run?.waitsFor === id) this.goOn(run, reply);
    return true;
  }

  beginChild(run: Run): void {
    const child = this.createSession(run.session.directory, run.session.id);
    this.rename(child, "List files (@general subagent)");
    run.child = child.id;
    const blocks = this.chance.isHit(0.4) ? "permission" : "tool";
    const part = { id: this.id("prt"), type: "text", text: `#0 ${blocks}: please` };
    this.prompt(child, { messageID: this.id("msg"), parts: [part] });
  }

  /** SIGKILL: what was in memory is gone, the database stays as it is. */
  kill(): void {
    this.life += 1;
    this.stream.forget();
    this.runs.clear();
    this.statuses.clear();
    this.permissions.clear();
    this.questions.clear();
  }

  isRunning(sessionId: string): boolean {
    return this.runs.has(sessionId);
  }
}
