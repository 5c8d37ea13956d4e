import * as v from "valibot";
import type { Script } from "../../../tools/model/server";
import { withLimit } from "../../../tools/opencode/limit";
import type { EventStream } from "./event-stream";
import type { Call } from "./recording";

/** Milliseconds until the server must have answered a request. */
const PATIENCE = 60_000;

/** What a scenario works with. Everything it does is recorded. */
export interface Stage {
  directory: string;
  stream: EventStream;
  /** Answers the model's requests from now on. */
  setScript: (script: Script) => void;
  createSession: () => Promise<string>;
  /** Sends a prompt. `more` goes into the body, over the parts as well. */
  prompt: (session: string, text: string, more?: Record<string, unknown>) => Promise<void>;
  /** Asks the server; the directory is added to the query. */
  call: (method: string, path: string, body?: unknown) => Promise<Call>;
  /** The properties of the next event of this type, after those that were already awaited. */
  next: (type: string, session?: string) => Promise<Record<string, unknown>>;
  /** Resolves when the session has gone idle after the last time it was awaited. */
  idle: (session: string) => Promise<void>;
  /** Resolves when this piece of text has been streamed. */
  said: (piece: string) => Promise<void>;
}

export function createStage(options: {
  url: string;
  directory: string;
  stream: EventStream;
  setScript: (script: Script) => void;
  /** How many events have been recorded. */
  count: () => number;
  onCall: (call: Call) => void;
}): Stage {
  const { url, directory, stream, setScript } = options;
  const awaited = new Map<string, number>();

  const call: Stage["call"] = async (method, path, body) => {
    const before = options.count();
    const separator = path.includes("?") ? "&" : "?";
    const full = `${path}${separator}directory=${encodeURIComponent(directory)}`;
    const answer = await request(url, method, full, body);
    const made = { method, path: full, body, ...answer, events: { before, after: options.count() } };
    options.onCall(made);
    return made;
  };

  const next: Stage["next"] = async (type, session) => {
    const key = `${type} ${session ?? ""}`;
    const payload = await stream.until(
      (event) => event.type === type && (session === undefined || event.properties?.sessionID === session),
      { from: awaited.get(key) ?? 0 },
    );
    awaited.set(key, stream.events.findIndex((event) => event.payload === payload) + 1);
    return payload.properties ?? {};
  };

  return {
    directory,
    stream,
    setScript,
    call,
    next,
    createSession: async () => {
      const { response } = await call("POST", "/session", {});
      return v.parse(v.object({ id: v.string() }), response).id;
    },
    prompt: async (session, text, more = {}) => {
      const body = { parts: [{ type: "text", text }], ...more };
      const sent = await call("POST", `/session/${session}/prompt_async`, body);
      if (sent.status !== 204) throw new Error(`The prompt was refused: ${JSON.stringify(sent.response)}`);
    },
    idle: async (session) => {
      await next("session.idle", session);
    },
    said: async (piece) => {
      await stream.until((event) => event.type === "message.part.delta" && event.properties?.delta === piece);
    },
  };
}

/** One request with a time limit, its answer read as JSON. */
export async function request(
  url: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; response: unknown }> {
  return withLimit(PATIENCE, undefined, async (signal) => {
    const content = { body: JSON.stringify(body), headers: { "content-type": "application/json" } };
    const answer = await fetch(`${url}${path}`, { method, signal, ...(body === undefined ? {} : content) });
    const text = await answer.text();
    return { status: answer.status, response: text ? JSON.parse(text) : undefined };
  });
}
