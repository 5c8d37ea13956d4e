import type { Row } from "./database";
import type { SimulatedOpenCode, WirePrompt } from "./opencode";

/** A request as it reaches the server. */
export interface Incoming {
  method: string;
  path: string;
  query: URLSearchParams;
  body: unknown;
}

export interface Reply {
  status: number;
  headers: Record<string, string>;
  body: string;
}

const STORING = 30;

export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Reply {
  return { status, headers: { "content-type": "application/json", ...headers }, body: JSON.stringify(body) };
}

const page: Reply = {
  status: 200,
  headers: { "content-type": "text/html" },
  body: "<!doctype html><title>OpenCode</title>",
};
const missing = (what: string) => json({ data: { message: `${what} not found` } }, 404);

/** Answers everything but the event stream, by the routes of version 1. A promise of the server's time: prompts take a while. */
export function answer(
  server: SimulatedOpenCode,
  { method, path, query, body }: Incoming,
  reply: (answer: Reply) => void,
): void {
  const { db } = server;
  const directory = query.get("directory") ?? "";
  const inDirectory = (sessionId: string) => db.sessions.get(sessionId)?.directory === directory;
  const [, head = "", id = "", rest = "", inner = ""] = path.split("/");

  if (method === "DELETE") {
    const session = head === "session" && rest === "" ? db.sessions.get(id) : undefined;
    server.unwanted.add(id);
    if (session) server.deleteSession(session);
    reply(session ? json(true) : missing("Session"));
    return;
  }
  if (method === "POST") {
    if (head === "session" && id === "") {
      reply(json(server.createSession(directory)));
      return;
    }
    if (head === "permission" || head === "question") {
      const isReject = rest === "reject" || (body as { reply?: string }).reply === "reject";
      const isTaken = server.answer(head, id, isReject ? "reject" : "go on", directory);
      reply(isTaken ? json(true) : missing("Request"));
      return;
    }
    const session = db.sessions.get(id);
    if (!session) {
      reply(missing("Session"));
      return;
    }
    if (rest === "abort") {
      server.stop(session);
      reply(json(true));
      return;
    }
    if (rest === "prompt_async") {
      server.after(STORING, () => {
        if (!db.sessions.has(id)) {
          reply(missing("Session"));
          return;
        }
        server.prompt(session, body as WirePrompt);
        reply({ status: 204, headers: {}, body: "" });
      });
      return;
    }
    reply(missing("Route"));
    return;
  }

  switch (path) {
    case "/global/health":
      reply(json({ healthy: true, version: "1.18.33" }));
      return;
    case "/path":
      reply(json({ directory: "/work/tides" }));
      return;
    case "/experimental/session":
      reply(listSessions(server, query));
      return;
    case "/session/status":
      reply(json(Object.fromEntries([...server.statuses].filter(([id]) => inDirectory(id)))));
      return;
    case "/permission":
      reply(json([...server.permissions.values()].filter(({ sessionID }) => inDirectory(sessionID))));
      return;
    case "/question":
      reply(json([...server.questions.values()].filter(({ sessionID }) => inDirectory(sessionID))));
      return;
    case "/project":
      reply(json([{ id: "p", worktree: "/work/tides" }]));
      return;
    case "/agent":
    case "/command":
      reply(json([]));
      return;
    case "/config/providers":
      reply(json({ providers: [], default: {} }));
      return;
    case "/config":
      reply(json({}));
      return;
  }
  const session = head === "session" ? db.sessions.get(id) : undefined;
  if (!session) {
    reply(head === "session" ? missing("Session") : page);
    return;
  }
  if (rest === "") {
    reply(json(session));
    return;
  }
  if (rest === "todo") {
    reply(json([]));
    return;
  }
  if (rest !== "message") {
    reply(missing("Route"));
    return;
  }
  if (inner === "") {
    reply(listMessages(db.rows(id), query));
    return;
  }
  const row = db.find(id, inner);
  reply(row ? json(row) : missing("Message"));
}

function listSessions({ db }: SimulatedOpenCode, query: URLSearchParams): Reply {
  const limit = Number(query.get("limit"));
  const cursor = Number(query.get("cursor") ?? Number.POSITIVE_INFINITY);
  const search = query.get("search")?.toLowerCase() ?? "";
  const found = [...db.sessions.values()]
    .filter(({ parentID, time, title }) => !parentID && time.updated < cursor && title.toLowerCase().includes(search))
    .sort((a, b) => b.time.updated - a.time.updated);
  const rows = found.slice(0, limit);
  const next = found.length > limit ? { "x-next-cursor": String(rows.at(-1)?.time.updated) } : {};
  return json(rows, 200, next);
}

/** The newest `limit` before the cursor, ascending; the cursor names the oldest that was given. */
function listMessages(rows: Row[], query: URLSearchParams): Reply {
  const before = query.get("before");
  const end = before === null ? rows.length : rows.findIndex(({ info }) => info.id === before);
  const start = Math.max(0, end - Number(query.get("limit") ?? rows.length));
  const given = rows.slice(start, Math.max(0, end));
  return json(given, 200, start > 0 ? { "x-next-cursor": given[0]?.info.id ?? "" } : {});
}
