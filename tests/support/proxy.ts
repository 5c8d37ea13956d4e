import { once } from "node:events";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { freePort } from "../../tools/opencode/port";

/**
 * What happens to a request. `pass`: the server gets it and its answer comes back; `lose-request`: the connection breaks
 * before the server has it; `lose-answer`: the server gets it and answers, and then the connection breaks.
 */
export type Fate = "pass" | "lose-request" | "lose-answer";

export interface LossyProxy {
  url: string;
  /** Requests so far, as `POST /session/…`, without queries. */
  readonly seen: readonly string[];
  /** Decides about requests from now on; may take its time. */
  setRule(rule: (line: string) => Fate | Promise<Fate>): void;
  /** Breaks all connections and takes no more. */
  down(): Promise<void>;
  up(): Promise<void>;
}

/** Stands between the extension and a real server, and does what networks do: loses requests and answers. */
export async function startProxy(target: string): Promise<LossyProxy> {
  const port = await freePort("127.0.0.1");
  const { hostname, port: targetPort } = new URL(target);
  const seen: string[] = [];
  let rule: (line: string) => Fate | Promise<Fate> = () => "pass";
  let server = createServer();

  async function handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const line = `${incoming.method} ${incoming.url?.split("?")[0]}`;
    seen.push(line);
    const fate = await rule(line);
    if (fate === "lose-request" || incoming.socket.destroyed) {
      incoming.socket.destroy();
      return;
    }
    const { method, url, headers } = incoming;
    const onward = request({ hostname, port: targetPort, method, path: url, headers }, (answer) => {
      if (fate === "lose-answer") {
        answer.resume().once("end", () => incoming.socket.destroy());
        return;
      }
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
      answer.once("error", () => response.destroy());
    });
    onward.once("error", () => incoming.socket.destroy());
    response.once("close", () => onward.destroy());
    incoming.pipe(onward);
  }

  async function up(): Promise<void> {
    server = createServer((incoming, response) => void handle(incoming, response));
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
  }
  await up();

  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    setRule(next) {
      rule = next;
    },
    up,
    async down() {
      if (!server.listening) return;
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
