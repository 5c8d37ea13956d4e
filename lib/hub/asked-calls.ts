import {
  boundedCall,
  callOf,
  isAutoAccepted,
  type Request,
  type Server,
  type ServerEvent,
  type ServerId,
  sessionKey,
  type ToolPart,
} from "../model";
import type { OpenCodeClient } from "../opencode/client";
import { type Surroundings, sleep } from "../sync/surroundings";
import type { Store } from "./store";

/** A call that waits is stored about when its request is told: it is looked for so often, so many milliseconds apart. */
const LOOKS = 3;
const PAUSE = 1_000;

/** Events after which a request may be without its call: it has come, or its session is known. */
const BRINGS: ReadonlySet<ServerEvent["type"]> = new Set<ServerEvent["type"]>([
  "request.asked",
  "requests.replaced",
  "session.upserted",
  "history.page",
]);

export interface AskedCallDeps {
  store: Store;
  surroundings: Pick<Surroundings, "timer">;
  /** The client while its stream is open. */
  client(server: ServerId): OpenCodeClient | undefined;
}

/**
 * Puts to each request what the call that waits for it was given. Only the session that a panel shows has its messages there,
 * while a request is shown on cards, in the chat of the session that sent the subagent out, and by the system.
 */
export function followAskedCalls({ store, surroundings, client }: AskedCallDeps): void {
  const { state } = store;
  const looking = new Set<string>();

  async function fetched(server: Server, { sessionId, tool }: Request): Promise<ToolPart | undefined> {
    const session = server.sessions[sessionId];
    if (!session || !tool) return undefined;
    const ref = { id: session.id, directory: session.directory };
    const found = await client(server.id)?.message(ref, tool.messageId);
    return found?.parts.find((part): part is ToolPart => part.type === "tool" && part.callId === tool.callId);
  }

  async function look(server: Server, { id, sessionId }: Request): Promise<void> {
    const key = `${sessionKey(server.id, sessionId)} ${id}`;
    if (looking.has(key)) return;
    looking.add(key);
    try {
      for (let looks = 1; looks <= LOOKS; looks++) {
        const request = state.servers[server.id]?.requests[id];
        if (!request || request.call) return;
        // One that cannot be had is not told of: the request is shown without it, and asked for again after the next gap.
        const part = await fetched(server, request).catch(() => undefined);
        const call = callOf(server, request) ?? (part && { tool: part.tool, input: part.state.input });
        if (call && Object.keys(call.input).length > 0) {
          const event: ServerEvent = {
            type: "request.call",
            requestId: id,
            call: boundedCall(call.tool, call.input),
          };
          return store.dispatch({ type: "server", server: server.id, event });
        }
        if (looks < LOOKS) await sleep(surroundings, PAUSE);
      }
    } finally {
      looking.delete(key);
    }
  }

  store.listen((event) => {
    if (event.type !== "server" || !BRINGS.has(event.event.type)) return;
    const server = state.servers[event.server];
    for (const request of server ? Object.values(server.requests) : []) {
      const isAsking = request.type === "permission" && request.tool !== undefined && !request.call;
      if (server?.sessions[request.sessionId] && isAsking && !isAutoAccepted(server, request))
        void look(server, request);
    }
  });
}
