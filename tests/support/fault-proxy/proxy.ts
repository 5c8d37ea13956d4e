import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { freePort } from "../../../tools/opencode/port";
import { type Fate, type Flow, PASS } from "./fate";
import { Cut, createSink, pump, type Trouble, troubleOf } from "./flow";
import { closing, type Head, headerOf, readHead, toBytes } from "./head";

export type Direction = "request" | "answer";

/** Decides about a request by its line, `POST /session/…`, without the query, and its headers. May take its time. */
export type Rule = (line: string, header: (name: string) => string | undefined) => Fate | Promise<Fate>;

/**
 * Stands between the extension and a real server, byte for byte, and does what networks do. Each connection carries one
 * request, so that what happens to the one happens to the other.
 */
export interface FaultProxy {
  url: string;
  /** Requests so far, as their lines. */
  readonly seen: readonly string[];
  /** Decides about requests from now on. */
  setRule(rule: Rule): void;
  /** Breaks the open connections whose line matches, or all of them; new ones are taken. */
  cut(line?: RegExp): void;
  /** From now on no byte passes this way, on open connections and new ones, and none is closed. */
  stall(direction: Direction): void;
  /**
   * Leaves the open connections whose line matches, or all of them, without a way: no byte passes, and nobody is told. New ones
   * are taken.
   */
  strand(line?: RegExp): void;
  /** When bytes of an answer to such a request have last passed, by `performance.now()`. */
  lastPassed(line: RegExp): number;
  /** Ends all stalling: what was held back passes. */
  resume(): void;
  /** Ends every trouble, of open connections too: from now on everything passes. */
  heal(): Promise<void>;
  /** Breaks all connections and refuses new ones. */
  down(): Promise<void>;
  up(): Promise<void>;
  /** Down for good. */
  close(): Promise<void>;
}

export async function startFaultProxy(target: string): Promise<FaultProxy> {
  const port = await freePort("127.0.0.1");
  const { hostname, port: targetPort } = new URL(target);
  const seen: string[] = [];
  /** Open connections, and the line of each once it is known. */
  const open = new Map<Socket, string>();
  const valves = { request: createValve(), answer: createValve() };
  const troubles = new Map<Trouble, string>();
  const passedAt = new Map<string, number>();
  let rule: Rule = () => PASS;
  const server = createServer((client) => {
    open.set(client, "");
    client.setNoDelay(true);
    client.once("close", () => open.delete(client));
    void serve(client);
  });

  async function serve(client: Socket): Promise<void> {
    // A broken connection is what this program is for.
    client.on("error", () => undefined);
    const head = await readHead(client);
    if (!head) return void client.destroy();
    const [method, path] = (head.lines[0] ?? "").split(" ");
    const line = `${method} ${path?.split("?")[0]}`;
    seen.push(line);
    open.set(client, line);
    const fate = await rule(line, (name) => headerOf(head, name));
    if (client.destroyed) return;
    try {
      if (fate.instead) await answerInstead(client, fate);
      else await relay(client, head, fate);
    } catch (error) {
      if (!(error instanceof Cut)) throw error;
      if (error.isClean) client.end();
      else client.resetAndDestroy();
    }
  }

  function trouble(client: Socket, flow: Flow | undefined): Trouble {
    const its = troubleOf(flow);
    troubles.set(its, open.get(client) ?? "");
    client.once("close", () => troubles.delete(its));
    return its;
  }

  async function answerInstead(client: Socket, { instead, answer }: Fate): Promise<void> {
    if (!instead) return;
    const sink = createSink(client, trouble(client, answer), valves.answer);
    const headers = Object.entries({ ...instead.headers, connection: "close" }).map(
      ([name, value]) => `${name}: ${value}`,
    );
    await sink(toBytes([`HTTP/1.1 ${instead.status} Instead`, ...headers]));
    await sink(Buffer.from(instead.body));
    if (!instead.staysOpen) client.end();
  }

  async function relay(client: Socket, head: Head, { request, answer, prelude }: Fate): Promise<void> {
    const upstream = connect(Number(targetPort), hostname);
    upstream.setNoDelay(true);
    upstream.on("error", () => client.resetAndDestroy());
    client.once("close", () => upstream.destroy());
    const up = createSink(upstream, trouble(client, request), valves.request);
    const line = open.get(client) ?? "";
    const down = createSink(client, trouble(client, answer), valves.answer, () => {
      passedAt.set(line, performance.now());
    });

    async function ask(): Promise<void> {
      await up(closing(head));
      await up(head.rest);
      await pump(client, up);
    }
    async function reply(): Promise<void> {
      const begin = await readHead(upstream);
      if (!begin) return void client.resetAndDestroy();
      await down(closing(begin));
      if (prelude !== undefined) await down(inBody(begin, prelude));
      await down(begin.rest);
      await pump(upstream, down);
      if (!upstream.errored) client.end();
    }
    await Promise.all([ask(), reply()]);
  }

  function resume(): void {
    valves.request.free();
    valves.answer.free();
  }

  async function up(): Promise<void> {
    if (server.listening) return;
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
  }

  async function down(): Promise<void> {
    if (!server.listening) return;
    const closed = once(server, "close");
    server.close();
    for (const client of open.keys()) client.resetAndDestroy();
    await closed;
  }

  await up();
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    setRule(next) {
      rule = next;
    },
    cut(line = /^/) {
      for (const [client, its] of open) if (line.test(its)) client.resetAndDestroy();
    },
    strand(line = /^/) {
      for (const [its, of] of troubles) if (line.test(of)) its.strand();
    },
    lastPassed: (line) => Math.max(0, ...[...passedAt].flatMap(([of, at]) => (line.test(of) ? [at] : []))),
    stall: (direction) => valves[direction].shut(),
    resume,
    async heal() {
      rule = () => PASS;
      for (const its of troubles.keys()) its.heal();
      resume();
      await up();
    },
    up,
    down,
    async close() {
      resume();
      await down();
    },
  };
}

/** A chunk of its own where the body comes in chunks (RFC 9112, section 7.1). */
function inBody(head: Head, text: string): Buffer {
  const bytes = Buffer.from(text);
  if (headerOf(head, "transfer-encoding")?.toLowerCase() !== "chunked") return bytes;
  return Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from("\r\n")]);
}

function createValve() {
  let free: () => void = () => undefined;
  let open = Promise.resolve();
  let isShut = false;
  return {
    open: () => open,
    shut(): void {
      if (isShut) return;
      isShut = true;
      open = new Promise((resolve) => {
        free = resolve;
      });
    },
    free(): void {
      isShut = false;
      free();
    },
  };
}
