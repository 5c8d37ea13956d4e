import type { SessionId } from "./ids";
import { isLoop } from "./loop";
import type { AskedCall, PermissionRequest, Request } from "./request";
import type { Server } from "./server";

/** The session at the top of `sessionId`'s chain of parents; itself if it has none that is held. */
export function rootOf(server: Server, sessionId: SessionId): SessionId {
  let id = sessionId;
  // Bounded, because the chain comes from the server.
  for (let depth = 0; depth < 32; depth++) {
    const parent = server.sessions[id]?.parentId;
    if (!parent || !server.sessions[parent]) return id;
    id = parent;
  }
  return id;
}

/** When a request was asked, to be compared: ids are a word for their kind, then the time. */
function order(request: Request): string {
  return request.id.slice(request.id.indexOf("_") + 1);
}

/** What an agent waits for in a session or in its subagents at any depth, oldest first. */
export function openRequestsOf(server: Server, sessionId: SessionId): Request[] {
  return Object.values(server.requests)
    .filter((request) => request.sessionId === sessionId || rootOf(server, request.sessionId) === sessionId)
    .sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

/** The same without what is granted without the user: what waits for them. */
export function requestsOf(server: Server, sessionId: SessionId): Request[] {
  return openRequestsOf(server, sessionId).filter((request) => !isAutoAccepted(server, request));
}

/** Whether permissions are granted without the user in a session, by its own choice or its root's. */
export function acceptsAll(server: Server, sessionId: SessionId): boolean {
  const root = rootOf(server, sessionId);
  // A chain that ends in a session nobody knows leads to no choice.
  return server.sessions[root] !== undefined && !server.sessions[root].parentId && server.autoAccept.includes(root);
}

/**
 * Whether a request is to be granted without the user. Never a question; nor leave for an agent to repeat itself, which is
 * asked for so that somebody looks.
 */
export function isAutoAccepted(server: Server, request: Request): request is PermissionRequest {
  if (request.type !== "permission" || isLoop(request) || request.left) return false;
  return acceptsAll(server, request.sessionId);
}

/** The tool call that waits for a request: from its session's messages where they are held, else as it was fetched for it. */
export function callOf(server: Server, { sessionId, tool, call }: Request): AskedCall | undefined {
  const transcript = tool && server.transcripts[sessionId];
  for (const id of transcript?.partIds[tool?.messageId ?? ""] ?? []) {
    const part = transcript?.parts[id];
    if (part?.type === "tool" && part.callId === tool?.callId) return { tool: part.tool, input: part.state.input };
  }
  return call;
}
