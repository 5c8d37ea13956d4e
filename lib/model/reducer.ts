import { STOPPED } from "./activity";
import type { ServerEvent } from "./events";
import { isRunning, type Server } from "./server";
import { afterChange, withoutEndedLink } from "./sharing";
import { openTextsOf } from "./transcript";
import {
  appendDelta,
  markGap,
  mergePage,
  putSliceBefore,
  removeMessage,
  removePart,
  transcriptOf,
  upsertMessage,
  upsertPart,
} from "./transcript-reducer";

/**
 * Turns one event into state: deterministic, no clock, no I/O. It writes into `server` and returns it, so that the same
 * code runs over plain objects in the background and inside Solid's `produce` in the panel, where only what changed
 * is notified.
 */
export function reduce(server: Server, event: ServerEvent): Server {
  switch (event.type) {
    case "profile.changed":
      server.profile = event.profile;
      break;
    case "connection.changed":
      server.connection = event.connection;
      break;
    case "info.changed":
      server.info = event.info;
      break;
    case "freshness.changed":
      server.fresh = event.fresh;
      break;
    case "stream.gap":
      for (const transcript of Object.values(server.transcripts)) markGap(transcript);
      break;
    case "projects.replaced":
      server.projects = event.projects;
      break;
    case "catalog.replaced":
      server.catalogs[event.directory] = event.catalog;
      break;
    case "catalog.dropped":
      delete server.catalogs[event.directory];
      break;
    case "catalog.stale":
      // What is held stays on show; the engine fetches it again.
      break;
    case "history.page":
      reduceHistory(server, event);
      break;
    case "session.upserted":
      server.sessions[event.session.id] = afterChange(server.sessions[event.session.id], event.session);
      break;
    case "session.shared":
      server.sessions[event.session.id] = event.session;
      break;
    case "session.removed":
      removeSession(server, event.sessionId);
      break;
    case "session.status":
      server.statuses[event.sessionId] = event.status;
      break;
    case "statuses.replaced":
      for (const id of Object.keys(server.statuses)) {
        if (server.sessions[id]?.directory === event.directory && !event.statuses[id]) delete server.statuses[id];
      }
      Object.assign(server.statuses, event.statuses);
      break;
    case "session.error":
      server.activities[event.sessionId] = {
        // A stop is the user's own doing and no failure.
        ...(event.name === "MessageAbortedError" ? STOPPED : { kind: "error", line: event.message }),
        at: server.sessions[event.sessionId]?.updatedAt ?? 0,
      };
      break;
    case "session.activity":
      server.activities[event.sessionId] = event.activity;
      break;
    case "request.asked":
      server.requests[event.request.id] = event.request;
      break;
    case "request.settled":
      delete server.requests[event.requestId];
      break;
    case "requests.replaced": {
      const before = { ...server.requests };
      for (const [id, request] of Object.entries(server.requests)) {
        if (server.sessions[request.sessionId]?.directory === event.directory) delete server.requests[id];
      }
      for (const request of event.requests) {
        const call = before[request.id]?.call;
        server.requests[request.id] = call ? { ...request, call } : request;
      }
      break;
    }
    case "autoAccept.replaced":
      server.autoAccept = event.sessionIds;
      break;
    case "request.left": {
      const request = server.requests[event.requestId];
      if (request?.type === "permission") server.requests[request.id] = { ...request, left: event.fault };
      break;
    }
    case "request.call": {
      const request = server.requests[event.requestId];
      if (request) server.requests[request.id] = { ...request, call: event.call };
      break;
    }
    case "todos.replaced":
      server.todos[event.sessionId] = event.todos;
      break;
    case "transcript.dropped":
      delete server.transcripts[event.sessionId];
      break;
    case "transcript.stale": {
      const transcript = server.transcripts[event.sessionId];
      if (transcript?.loaded === "fresh") transcript.loaded = "stale";
      break;
    }
    case "transcript.trimmed":
      trimTranscript(server, event.sessionId);
      break;
    case "transcript.replaced":
      server.transcripts[event.sessionId] = event.transcript;
      break;
    case "transcript.preceded":
      putSliceBefore(transcriptOf(server.transcripts, event.sessionId), event.before);
      break;
    case "transcript.page":
      mergePage(
        transcriptOf(server.transcripts, event.sessionId),
        event.page,
        event.messages,
        event.olderCursor,
        isRunning(server, event.sessionId),
      );
      break;
    case "message.upserted":
      upsertMessage(transcriptOf(server.transcripts, event.message.sessionId), event.message);
      break;
    case "message.removed":
      removeMessage(transcriptOf(server.transcripts, event.sessionId), event.messageId);
      break;
    case "part.upserted":
      upsertPart(transcriptOf(server.transcripts, event.part.sessionId), event.part);
      break;
    case "part.removed":
      removePart(transcriptOf(server.transcripts, event.sessionId), event.messageId, event.partId);
      break;
    case "part.delta":
      appendDelta(transcriptOf(server.transcripts, event.sessionId), event.partId, event.delta);
      break;
  }
  return server;
}

function reduceHistory(server: Server, page: Extract<ServerEvent, { type: "history.page" }>): void {
  if (page.first) {
    // The first page is the truth down to its floor: root sessions that are no longer in it were deleted.
    const sent = new Set(page.sessions.map((session) => session.id));
    for (const session of Object.values(server.sessions)) {
      const inRange = page.complete || session.updatedAt > page.floor;
      if (inRange && !session.parentId && !sent.has(session.id)) removeSession(server, session.id);
    }
  }
  for (const session of page.sessions) {
    server.sessions[session.id] = withoutEndedLink(server.sessions[session.id], session);
  }
  const { floor, cursor, complete } = server.history;
  // The first page fetched again does not take back how far the user has paged.
  if (page.first && (complete || (cursor !== undefined && floor < page.floor))) return;
  server.history = {
    floor: page.complete ? 0 : Math.min(floor, page.floor),
    complete: page.complete,
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  };
}

function trimTranscript(server: Server, id: string): void {
  const held = server.transcripts[id];
  if (!held) return;
  const kept = openTextsOf(held);
  if (Object.keys(kept.parts).length + Object.keys(kept.early).length > 0) server.transcripts[id] = kept;
  else delete server.transcripts[id];
}

/** With its subagents' sessions, which a server deletes with it: left alone, each would count as a session of the user's. */
function removeSession(server: Server, id: string): void {
  delete server.sessions[id];
  for (const session of Object.values(server.sessions)) {
    if (session.parentId === id) removeSession(server, session.id);
  }
  delete server.statuses[id];
  delete server.activities[id];
  delete server.todos[id];
  delete server.transcripts[id];
  if (server.autoAccept.includes(id)) server.autoAccept = server.autoAccept.filter((held) => held !== id);
  for (const [requestId, request] of Object.entries(server.requests)) {
    if (request.sessionId === id) delete server.requests[requestId];
  }
}
