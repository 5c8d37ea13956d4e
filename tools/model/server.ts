import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { json } from "node:stream/consumers";
import { aside } from "./aside";
import { type ModelRequest, readRequest } from "./request";
import { text } from "./steps";
import { type Steps, streamAnswer } from "./stream";

/** Decides how one request is answered. Called once for each step of a turn: look at `request.results`. */
export type Script = (request: ModelRequest) => Steps;

export interface ScriptedModel {
  /** The base URL for an OpenAI-compatible provider, ending in `/v1`. */
  url: string;
  /** Every request that the script answered, in order of arrival. */
  requests: readonly ModelRequest[];
  /** OpenCode's own requests, for titles and for summaries of long conversations. */
  asides: readonly ModelRequest[];
  /** Errors thrown by scripts; the client got a 500 with the same message. */
  errors: readonly unknown[];
  /** Answers requests that arrive from now on by another script. */
  setScript: (script: Script) => void;
  /** Cuts every open answer and frees the port. */
  close: () => Promise<void>;
}

/**
 * Starts an OpenAI-compatible model server that streams what a script says. It drives a real OpenCode server (real
 * tools, permissions and events) without a real model. What OpenCode asks for itself does not reach the script: a title
 * is made of the prompt, a summary is always the same.
 */
export async function startScriptedModel(options: {
  script: Script;
  port?: number;
  hostname?: string;
}): Promise<ScriptedModel> {
  const hostname = options.hostname ?? "127.0.0.1";
  const requests: ModelRequest[] = [];
  const asides: ModelRequest[] = [];
  const errors: unknown[] = [];
  let script = options.script;
  let count = 0;

  async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const left = new AbortController();
    response.once("close", () => {
      if (!response.writableFinished) left.abort(new Error("The client left"));
    });
    const body: unknown = await json(incoming);
    const headers = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]));
    const request = readRequest(body, count++, headers, left.signal);
    const ready = aside(request);
    (ready === undefined ? requests : asides).push(request);
    await streamAnswer(request, response, ready === undefined ? script(request) : [text(ready)]);
  }

  const server = createServer((incoming, response) => {
    if (incoming.method !== "POST" || !incoming.url?.endsWith("/chat/completions")) {
      response.writeHead(404).end();
      return;
    }
    answer(incoming, response).catch((error: unknown) => {
      errors.push(error);
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end(JSON.stringify({ error: { message: String(error) } }));
    });
  });
  server.listen(options.port ?? 0, hostname);
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The model server has no port");

  return {
    url: `http://${hostname}:${address.port}/v1`,
    requests,
    asides,
    errors,
    setScript: (next) => {
      script = next;
    },
    close: async () => {
      if (!server.listening) return;
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
