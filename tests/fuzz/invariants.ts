import { isDeepStrictEqual } from "node:util";
import { snapshotFor } from "../../lib/bridge/panel-view";
import {
  isGrowing,
  type Part,
  type Server,
  type SessionKey,
  type State,
  splitSessionKey,
  type Transcript,
} from "../../lib/model";
import type { Row, WirePart } from "./server/database";
import { SERVER, type World } from "./world";

/** What is not as it should be once everything has come to rest; empty when all is well. */
export function problems(world: World): string[] {
  const { hub } = world.life ?? {};
  const server = hub?.state.servers[SERVER];
  if (!hub || !server) return ["there is no background"];
  const found = [
    ...compareConnection(server),
    ...compareSessions(world, server),
    ...compareWork(world, server),
    ...comparePrompts(world, hub.state),
  ];
  for (const [at, panel] of world.panels.entries()) {
    if (!panel) continue;
    const watching = panel.onShow();
    const copy = panel.state.servers[SERVER];
    if (copy && watching && server.sessions[splitSessionKey(watching).session]) {
      found.push(...compareTranscript(world, copy, watching).map((what) => `panel ${at}: ${what}`));
    }
    const expected = snapshotFor(hub.state, undefined);
    const shown = plain(panel.state);
    if (!isDeepStrictEqual(shown, plain(expected)))
      found.push(`panel ${at} shows another state: ${difference(shown, plain(expected))}`);
  }
  return found;
}

function compareConnection({ connection, fresh }: Server): string[] {
  if (connection.status !== "connected") return [`the connection is ${JSON.stringify(connection)}`];
  return fresh ? [] : ["connected, but not fresh"];
}

function compareSessions({ server }: World, held: Server): string[] {
  const wire = [...server.db.sessions.values()].filter((session) => !session.parentID);
  const mine = Object.values(held.sessions).filter((session) => !session.parentId);
  const found = compareSets(
    "sessions",
    mine.map(({ id }) => id),
    wire.map(({ id }) => id),
  );
  for (const session of wire) {
    const own = held.sessions[session.id];
    if (!own) continue;
    const title = session.title.startsWith("New session") ? "" : session.title;
    const is = [own.title, own.directory, own.updatedAt, own.revertedFrom];
    const should = [title, session.directory, session.time.updated, session.revert?.messageID];
    if (!isDeepStrictEqual(is, should)) found.push(`session ${session.id} is ${is}, should be ${should}`);
  }
  return found;
}

function compareWork({ server }: World, held: Server): string[] {
  const running = Object.entries(held.statuses).flatMap(([id, { type }]) => (type === "idle" ? [] : [`${id} ${type}`]));
  const requests = [...server.permissions.keys(), ...server.questions.keys()];
  return [
    ...compareSets(
      "runs",
      running,
      [...server.statuses].map(([id, { type }]) => `${id} ${type}`),
    ),
    ...compareSets("requests", Object.keys(held.requests), requests),
  ];
}

function compareTranscript({ server }: World, held: Server, key: SessionKey): string[] {
  const id = splitSessionKey(key).session;
  const transcript = held.transcripts[id];
  if (transcript?.loaded !== "fresh") return [`the transcript of ${id} is ${transcript?.loaded}`];
  const rows = server.db.rows(id);
  const found: string[] = [];
  const from = transcript.olderCursor === undefined ? 0 : Math.max(0, rows.length - transcript.messageIds.length);
  const mine = transcript.messageIds.map((messageId) => toldByTranscript(transcript, messageId, server.isRunning(id)));
  const wire = rows.slice(from).map(toldByServer);
  const is = mine.filter((message) => !wire.includes(message));
  const should = wire.filter((message) => !mine.includes(message));
  if (is.length + should.length > 0) found.push(`${id} shows\n${is.join("\n")}\nfor\n${should.join("\n")}`);
  else if (!isDeepStrictEqual(mine, wire))
    found.push(`${id} is in disorder:\n${mine.join("\n")}\nfor\n${wire.join("\n")}`);
  if (Object.keys(transcript.early).length > 0 && !server.isRunning(id)) found.push(`${id} has early text`);
  return found;
}

/** A message in words: who, what, and whether it has ended. */
function toldByServer({ info, parts }: Row): string {
  const texts = parts.map(
    (part) => `${part.type === "step-start" || part.type === "step-finish" ? "step" : part.type} ${wireText(part)}`,
  );
  const end = info.time.completed === undefined ? "open" : "ended";
  return `${info.role} ${info.id} ${end} ${info.error?.name ?? ""} [${texts.join(" | ")}]`;
}

function wireText(part: WirePart): string {
  if (part.type === "tool") return (part.state as { status: string }).status;
  return typeof part.text === "string" ? part.text : "";
}

/** While a session runs, the words of a text that has no end are known to those alone who heard them. */
function toldByTranscript(transcript: Transcript, messageId: string, isRunning: boolean): string {
  const message = transcript.messages[messageId];
  const texts = (transcript.partIds[messageId] ?? []).map((id) => {
    const part = transcript.parts[id];
    const isHeard = isRunning && part && isGrowing(part) && part.endedAt === undefined;
    return part ? `${part.type} ${isHeard ? "" : partText(part)}` : `missing ${id}`;
  });
  const end = message?.completedAt === undefined ? "open" : "ended";
  return `${message?.role} ${messageId} ${end} ${message?.error?.name ?? ""} [${texts.join(" | ")}]`;
}

function partText(part: Part): string {
  if (part.type === "tool") return part.state.status;
  return isGrowing(part) ? part.text : "";
}

/** Every prompt was taken by the server once, or stands in the outbox with its text. */
function comparePrompts({ server, prompts, unwanted }: World, state: State): string[] {
  const found: string[] = [];
  for (const entry of state.outbox) {
    const { session } = splitSessionKey(entry.key);
    // Behind a run that waits for the user, and in a session that was deleted.
    const mayWait = entry.state === "queued" && (server.isRunning(session) || !server.db.sessions.has(session));
    const isAtRest = entry.state === "not-sent" || entry.state === "held" || mayWait;
    if (!isAtRest) found.push(`a prompt is ${entry.state} for ever: ${entry.prompt.messageId}`);
  }
  for (const prompt of prompts) {
    const { text, messageId = "" } = prompt;
    const entry = state.outbox.find((one) => one.prompt.messageId === messageId);
    const taken = [...server.admitted.values()].filter((admitted) => admitted.includes(text));
    if (taken.length > 1 || taken.some((admitted) => admitted !== text))
      found.push(`taken twice: ${taken.join(" / ")}`);
    if ((server.begun.get(messageId) ?? 0) > 1) found.push(`answered twice: ${text}`);
    if (prompt.isDiscarded) continue;
    const { session } = splitSessionKey(prompt.key);
    // What was still to be said in a session goes with it when it is the user who deletes that.
    const isUnwanted = unwanted.has(prompt.key) || server.unwanted.has(session);
    if (prompt.fate === "handed over" && taken.length === 0 && !entry && !isUnwanted) found.push(`lost: ${text}`);
    if (prompt.fate === "kept" && (taken.length > 0 || entry)) found.push(`sent and kept in the composer: ${text}`);
    if (taken.length > 0 && entry && server.db.find(session, messageId)) {
      found.push(`at the server, and offered again: ${text}`);
    }
    const offered = entry?.prompt.parts.map((part) => (part.type === "text" ? part.text : "")).join("");
    if (entry && offered !== text) found.push(`offered with another text: ${offered}`);
  }
  return found;
}

function compareSets(what: string, is: string[], should: string[]): string[] {
  const [a, b] = [[...is].sort(), [...should].sort()];
  return isDeepStrictEqual(a, b) ? [] : [`${what} are ${a.join(", ")}, should be ${b.join(", ")}`];
}

/** As JSON; without transcripts, of which a panel may have more than the background of now: those are compared with the server. */
function plain(state: State): unknown {
  return JSON.parse(JSON.stringify(state), (name, value: unknown) => (name === "transcripts" ? {} : value));
}

/** The first path where two plain values differ. */
function difference(a: unknown, b: unknown, path = ""): string {
  if (isDeepStrictEqual(a, b)) return "";
  if (typeof a !== "object" || typeof b !== "object" || !a || !b)
    return `${path} ${JSON.stringify(a)} for ${JSON.stringify(b)}`;
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  for (const name of names) {
    const inner = difference(Reflect.get(a, name), Reflect.get(b, name), `${path}/${name}`);
    if (inner !== "") return inner;
  }
  return `${path} in its order`;
}
