import type { HttpSurroundings } from "../../lib/opencode/http";

/** What a test puts in place of one answer. `hang`: none ever comes; `unreachable`: the connection is refused. */
export type Answer = Response | "hang" | "unreachable";

export interface StoredMessage {
  info: { id: string } & Record<string, unknown>;
  parts: unknown[];
}

/**
 * A simulator of `opencode serve` 1.18 behind `fetch`, for what cannot be had from the real one: its answers lost at a given
 * moment, its clock and its silence. Routes and shapes as recorded from the real server.
 */
export function simulateServer(url = "http://127.0.0.1:4096") {
  const sessions = new Map<string, Record<string, unknown>>();
  const messages = new Map<string, StoredMessage[]>();
  const statuses = new Map<string, unknown>();
  const todos = new Map<string, unknown[]>();
  const requests: { method: string; path: string; query: URLSearchParams; headers: Headers; body: unknown }[] = [];
  /** A request that is collected as garbage takes its signal along (Node 20), and with it the word that it was aborted. */
  const alive = new Set<unknown>();
  const streams = new Set<ReadableStreamDefaultController<Uint8Array>>();
  const open = { permissions: [] as unknown[], questions: [] as unknown[] };
  let intercept: (method: string, path: string) => Answer | undefined = () => undefined;
  let takes = true;

  function send(text: string): void {
    for (const stream of streams) stream.enqueue(new TextEncoder().encode(text));
  }

  function stream(signal: AbortSignal): Response {
    let own: ReadableStreamDefaultController<Uint8Array> | undefined;
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        own = controller;
        streams.add(controller);
        controller.enqueue(line({ payload: { id: "evt_0", type: "server.connected", properties: {} } }));
      },
      cancel() {
        if (own) streams.delete(own);
      },
    });
    signal.addEventListener("abort", () => {
      if (own && streams.delete(own)) own.error(signal.reason);
    });
    return new Response(body, { headers: { "content-type": "text/event-stream" } });
  }

  function answer(method: string, path: string, query: URLSearchParams, body: unknown, signal: AbortSignal): Response {
    if (method === "GET") {
      switch (path) {
        case "/global/health":
          return json({ healthy: true, version: "1.18.33" });
        case "/path":
          return json({ directory: "/work/tides" });
        case "/global/event":
          return stream(signal);
        case "/experimental/session": {
          const all = [...sessions.values()].filter((one) => !one.parentID);
          const search = query.get("search")?.toLowerCase();
          return json(all.filter((one) => !search || String(one.title).toLowerCase().includes(search)));
        }
        case "/session/status":
          return json(Object.fromEntries(statuses));
        case "/permission":
          return json(open.permissions);
        case "/question":
          return json(open.questions);
        case "/project":
          return json([{ id: "p", worktree: "/work/tides" }]);
      }
    }
    const [, , id = "", rest = "", inner = ""] = path.split("/");
    if (path === "/session" && method === "POST") {
      const session = wireSession(`ses_${sessions.size + 1}`, { directory: query.get("directory") ?? "" });
      sessions.set(session.id, session);
      return json(session);
    }
    const held = sessions.get(id);
    if (!path.startsWith("/session/") || !held) return json({ data: { message: `not found: ${path}` } }, 404);
    if (rest === "" && method === "DELETE") {
      sessions.delete(id);
      return json(true);
    }
    if (rest === "") return json(held);
    if (rest === "abort") return json(true);
    if (rest === "todo") return json(todos.get(id) ?? []);
    if (rest === "prompt_async") {
      const prompt = body as { messageID: string; parts: { id: string; type: string; text: string }[] };
      if (takes) store(id, prompt);
      return new Response(null, { status: 204 });
    }
    if (rest === "message") {
      const list = messages.get(id) ?? [];
      if (inner === "") return json(list);
      const found = list.find(({ info }) => info.id === inner);
      return found ? json(found) : json({ data: { message: `Message not found: ${inner}` } }, 404);
    }
    return json({ data: { message: `no such route: ${path}` } }, 404);
  }

  function store(
    sessionId: string,
    prompt: { messageID: string; parts: { id: string; type: string; text: string }[] },
  ) {
    const list = messages.get(sessionId) ?? [];
    messages.set(sessionId, list);
    // The real server does not double a message that comes again under its id [measured].
    if (list.some(({ info }) => info.id === prompt.messageID)) return;
    const ids = { sessionID: sessionId, messageID: prompt.messageID };
    list.push({
      info: { id: prompt.messageID, sessionID: sessionId, role: "user", time: { created: Date.now() } },
      parts: prompt.parts.map((part) => ({ ...part, ...ids })),
    });
  }

  const fetch: HttpSurroundings["fetch"] = async (input, init) => {
    const request = new Request(input, init);
    alive.add(input).add(request).add(init?.signal);
    const { pathname, searchParams } = new URL(request.url);
    const text = request.method === "GET" ? "" : await request.text();
    const body: unknown = text === "" ? undefined : JSON.parse(text);
    requests.push({ method: request.method, path: pathname, query: searchParams, headers: request.headers, body });
    request.signal.throwIfAborted();
    const instead = intercept(request.method, pathname);
    if (instead === "unreachable") throw new TypeError("fetch failed");
    if (instead === "hang") {
      return new Promise((_, reject) => {
        request.signal.addEventListener("abort", () => reject(request.signal.reason));
      });
    }
    return instead ?? answer(request.method, pathname, searchParams, body, request.signal);
  };

  return {
    url,
    fetch,
    /** Everything that was asked, in order. */
    requests,
    /** How often a route was asked, e.g. `POST /session`. */
    count: (route: string) => requests.filter(({ method, path }) => `${method} ${path}` === route).length,
    sessions,
    messages,
    statuses,
    todos,
    open,
    store,
    /** Decides about single answers; `undefined`: the usual one. */
    intercept(by: typeof intercept): void {
      intercept = by;
    },
    /** Whether prompts are stored. Off: they get their 204 and are forgotten. */
    setTakes(value: boolean): void {
      takes = value;
    },
    /** How many event streams are open. */
    streams: () => streams.size,
    emit(type: string, properties: unknown): void {
      send(`data: ${JSON.stringify({ directory: "/work/tides", payload: { id: "evt_1", type, properties } })}\n\n`);
    },
    /** Says something on its streams as it stands, whatever it is. */
    say: send,
    heartbeat: () => send(`data: ${JSON.stringify({ payload: { id: "evt_2", type: "server.heartbeat" } })}\n\n`),
    /** The server closes its streams. */
    cut(): void {
      for (const one of streams) one.close();
      streams.clear();
    },
  };
}

export type SimulatedServer = ReturnType<typeof simulateServer>;

export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json", ...headers } });
}

/** The web page that a V1 server gives for any path it does not know, and login pages of proxies. */
export function webPage(status = 200): Response {
  return new Response("<!doctype html><title>OpenCode</title>", { status, headers: { "content-type": "text/html" } });
}

export function wireSession(id: string, fields: Record<string, unknown> = {}) {
  const time = { created: 1_795_000_000_000, updated: 1_795_000_000_000 };
  return { id, title: `Title of ${id}`, directory: "/work/tides", projectID: "p", version: "1.18.33", time, ...fields };
}

function line(data: unknown): Uint8Array {
  return new TextEncoder().encode(`data: ${JSON.stringify(data)}\n\n`);
}
