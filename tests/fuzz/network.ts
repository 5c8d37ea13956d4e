import type { Chance } from "./chance";
import type { SimulatedOpenCode } from "./server/opencode";
import { answer, type Incoming, json, type Reply } from "./server/routes";
import type { Owner, VirtualTime } from "./virtual-time";

/** What can become of one request. */
export const FATES = [
  "refuse",
  "cut before it arrives",
  "cut after it arrived",
  "cut in the body",
  "stall before it arrives",
  "stall after it arrived",
  "stall in the body",
  "late",
  "late and cut",
  "twice",
  "status 500",
  "status 502",
  "status 401",
  "html",
  "malformed",
  "split",
] as const;
export type Fate = (typeof FATES)[number];

/** Which requests a fault is meant for. */
export const TARGETS = ["stream", "read", "write"] as const;
export type Target = (typeof TARGETS)[number];

/** How a folder fails, whatever is asked of it, until it is mended: by its configuration, by a fault, or by never answering. */
export const TROUBLES = ["status 400", "status 500", "hang"] as const;
export type Trouble = (typeof TROUBLES)[number];

const UNAUTHORIZED: Reply = { status: 401, headers: {}, body: "" };
/** What answers in the server's place: the server itself in trouble, or something before it. */
const INSTEAD: Partial<Record<Fate | Trouble, Reply>> = {
  "status 400": json({ name: "ConfigJsonError", data: { message: "InvalidSymbol" } }, 400),
  "status 401": UNAUTHORIZED,
  "status 500": json({ data: { message: "broken" } }, 500),
  "status 502": { status: 502, headers: { "content-type": "text/html" }, body: "Bad gateway" },
  html: { status: 200, headers: { "content-type": "text/html" }, body: "<p>Log in" },
};

/** Answers of no shape that anything of the server's has. */
const MALFORMED = ["null", "7", '"text"', "[7,null]", '[{"id":'];

/** An event stream on its way to a client. */
interface Connection {
  owner: Owner;
  controller: ReadableStreamDefaultController<Uint8Array>;
  /** Ends what the server does for it. */
  close(): void;
  /** Half open: nothing comes through any more, and nobody hears of it. */
  isStalled: boolean;
  isOpen: boolean;
  busyUntil: number;
  /** Bytes after which it breaks. */
  left: number;
}

const encoder = new TextEncoder();
const broken = () => new TypeError("Failed to fetch");

/** Between one client and one server: `fetch` with every fault a network has. */
export class SimulatedNetwork {
  isOnline = true;
  server: "up" | "booting" | "down" = "up";
  password: string | undefined;
  /** When bytes of a stream last came to a client. */
  lastBytes = 0;
  /** Folders of which everything fails, and how. */
  readonly troubles = new Map<string, Trouble>();
  private readonly connections = new Set<Connection>();
  private readonly fates: { fate: Fate; target: Target }[] = [];
  /** A request that is collected as garbage takes its signal along (Node 20), and with it the word that it was aborted. */
  private readonly alive: unknown[] = [];

  constructor(
    private readonly time: VirtualTime,
    private readonly chance: Chance,
    private readonly wire: SimulatedOpenCode,
  ) {}

  /** The next request of that kind meets this. */
  plan(fate: Fate, target: Target): void {
    this.fates.push({ fate, target });
  }

  /** From now on all passes, except what is asked of a folder in trouble. */
  heal(): void {
    this.fates.length = 0;
    this.isOnline = true;
    for (const connection of this.connections) connection.left = Number.POSITIVE_INFINITY;
  }

  cutStreams(how: "cut" | "close" | "stall", afterBytes = 0): void {
    for (const connection of this.connections) {
      if (how === "stall") connection.isStalled = true;
      else if (afterBytes > 0) connection.left = afterBytes;
      else this.end(connection, how === "close" ? undefined : broken());
    }
  }

  /** A client is gone: nobody waits for anything any more. What is on its way to the server arrives there. */
  forget(owner: Owner): void {
    for (const connection of this.connections) if (connection.owner === owner) this.drop(connection);
  }

  readonly fetchFor =
    (owner: Owner): typeof fetch =>
    async (input, init) => {
      const request = new Request(input, init);
      const { signal } = request;
      this.alive.push(input, request, init?.signal);
      const text = request.method === "GET" ? "" : await request.text();
      signal.throwIfAborted();
      const { pathname, searchParams } = new URL(request.url);
      const incoming: Incoming = {
        method: request.method,
        path: pathname,
        query: searchParams,
        body: text === "" ? undefined : JSON.parse(text),
      };
      return new Promise<Response>((resolve, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason));
        this.send(owner, incoming, signal, { resolve, reject: () => reject(broken()) });
      });
    };

  private takeFate(target: Target): Fate | undefined {
    const at = this.fates.findIndex((one) => one.target === target);
    return at < 0 ? undefined : this.fates.splice(at, 1)[0]?.fate;
  }

  private latency = (): number => this.chance.between(1, 20);

  private send(
    owner: Owner,
    incoming: Incoming,
    signal: AbortSignal,
    client: { resolve(response: Response): void; reject(): void },
  ): void {
    const isStream = incoming.path === "/global/event";
    const trouble = this.troubles.get(incoming.query.get("directory") ?? "");
    const fate = this.takeFate(isStream ? "stream" : incoming.method === "GET" ? "read" : "write");
    const down = (work: () => void, ms = this.latency()) => void this.time.timer(ms, work, owner);
    const give = (reply: Reply) => down(() => client.resolve(this.response(owner, signal, reply, fate)));
    if (!this.isOnline || this.server === "down" || fate === "refuse" || fate === "cut before it arrives") {
      down(client.reject);
      return;
    }
    if (fate === "stall before it arrives" || trouble === "hang") return;
    const instead = (fate && INSTEAD[fate]) ?? (trouble && INSTEAD[trouble]);
    if (instead) {
      give(instead);
      return;
    }
    if (fate === "late and cut") down(client.reject, 200);
    const isLate = fate === "late" || fate === "late and cut";
    const up = (work: () => void) =>
      this.time.timer(isLate ? this.chance.between(1_000, 40_000) : this.latency(), work, "server");
    const arrive = () => {
      if (this.server === "down") down(client.reject);
      // While it boots it takes requests, and never answers them [measured].
      else if (this.server === "booting") return;
      else if (this.password !== undefined) give(UNAUTHORIZED);
      else if (isStream) {
        if (!signal.aborted) this.openStream(owner, signal, fate, client);
      } else answer(this.wire, incoming, back);
    };
    const back = (reply: Reply) => {
      if (fate === "stall after it arrived") return;
      if (fate === "cut after it arrived" || this.server !== "up" || !this.isOnline) down(client.reject);
      else if (fate === "malformed") give({ ...reply, body: MALFORMED[this.chance.between(0, 4)] ?? "" });
      else give(reply);
    };
    up(arrive);
    // A browser repeats a request whose connection broke before the answer.
    if (fate === "twice") up(arrive);
  }

  private response(
    owner: Owner,
    signal: AbortSignal,
    { status, headers, body }: Reply,
    fate: Fate | undefined,
  ): Response {
    const date = new Date(Math.floor(this.wire.now() / 1_000) * 1_000).toUTCString();
    const init = { status, headers: { date, ...headers } };
    if (status === 204) return new Response(null, init);
    if (fate === "cut in the body" || fate === "stall in the body" || fate === "split") {
      const bytes = encoder.encode(body);
      const at = this.chance.between(0, Math.max(0, bytes.length - 1));
      const stream = new ReadableStream<Uint8Array>({
        start: (controller) => {
          controller.enqueue(bytes.subarray(0, at));
          let isOpen = true;
          const end = (how: () => void) => () => {
            if (isOpen) how();
            isOpen = false;
          };
          signal.addEventListener(
            "abort",
            end(() => controller.error(signal.reason)),
          );
          this.time.timer(
            this.chance.between(1, 300),
            fate === "stall in the body"
              ? () => undefined
              : end(() => {
                  if (fate === "cut in the body") return controller.error(new TypeError("network error"));
                  controller.enqueue(bytes.subarray(at));
                  controller.close();
                }),
            owner,
          );
        },
      });
      return new Response(stream, init);
    }
    return new Response(body, init);
  }

  private openStream(
    owner: Owner,
    signal: AbortSignal,
    fate: Fate | undefined,
    client: { resolve(response: Response): void },
  ): void {
    let connection: Connection | undefined;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        connection = {
          owner,
          controller,
          close: () => undefined,
          isStalled: fate === "stall after it arrived",
          isOpen: true,
          busyUntil: 0,
          left: fate === "cut in the body" ? this.chance.between(1, 3_000) : Number.POSITIVE_INFINITY,
        };
      },
      cancel: () => {
        if (connection) this.drop(connection);
      },
    });
    const opened = connection;
    if (!opened) return;
    this.connections.add(opened);
    signal.addEventListener("abort", () => this.end(opened, signal.reason));
    if (fate !== "stall before it arrives") {
      this.time.timer(
        this.latency(),
        () => client.resolve(new Response(body, { headers: { "content-type": "text/event-stream" } })),
        owner,
      );
    }
    opened.close = this.wire.stream.open({ write: (text) => this.carry(opened, text) });
  }

  /** Bytes on their way down, in order, now and then split anywhere. */
  private carry(connection: Connection, text: string): void {
    let bytes = encoder.encode(text);
    if (connection.isStalled || !connection.isOpen) return;
    const isCut = bytes.length > connection.left;
    if (isCut) bytes = bytes.subarray(0, connection.left);
    connection.left -= bytes.length;
    const at = this.chance.isHit(0.1) ? this.chance.between(1, bytes.length) : bytes.length;
    for (const chunk of [bytes.subarray(0, at), bytes.subarray(at)]) {
      if (chunk.length === 0) continue;
      connection.busyUntil = Math.max(connection.busyUntil, this.time.now + this.latency());
      this.time.timer(
        connection.busyUntil - this.time.now,
        () => {
          if (!connection.isOpen || connection.isStalled) return;
          this.lastBytes = this.time.now;
          connection.controller.enqueue(chunk);
        },
        connection.owner,
      );
    }
    if (isCut)
      this.time.timer(connection.busyUntil - this.time.now + 1, () => this.end(connection, broken()), connection.owner);
  }

  private drop(connection: Connection): boolean {
    if (!connection.isOpen) return false;
    connection.isOpen = false;
    connection.close();
    return this.connections.delete(connection);
  }

  private end(connection: Connection, error: unknown): void {
    if (!this.drop(connection)) return;
    if (error === undefined) connection.controller.close();
    else connection.controller.error(error);
  }
}
