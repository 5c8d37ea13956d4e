import ky, { HTTPError, NetworkError, TimeoutError } from "ky";
import { type Fault, FaultError } from "../model";

/** How a server is reached. Lives in memory only: it holds the secrets. */
export interface Endpoint {
  /** Base URL without a trailing slash. */
  url: string;
  username?: string;
  password?: string;
  headers: Record<string, string>;
}

/** What the HTTP layer needs of its surroundings; tests inject their own. */
export interface HttpSurroundings {
  fetch: typeof fetch;
  /** Milliseconds since the epoch. */
  now(): number;
  /** Whether the browser lets us reach this address at all; a missing permission looks like a dead server. */
  mayReach(url: string): Promise<boolean>;
}

export interface RequestOptions {
  query?: Record<string, string | number | undefined>;
  json?: unknown;
  signal?: AbortSignal | undefined;
  /** False: the answer comes only when some work is done, however long that takes. Else what is sent gets time to arrive. */
  timeout?: false;
}

/** A checked answer: its JSON (or `undefined` for an empty body) and headers. */
export interface Reply {
  body: unknown;
  headers: Headers;
}

export interface Http {
  get(path: string, options?: RequestOptions): Promise<Reply>;
  post(path: string, options?: RequestOptions): Promise<Reply>;
  put(path: string, options?: RequestOptions): Promise<Reply>;
  patch(path: string, options?: RequestOptions): Promise<Reply>;
  delete(path: string, options?: RequestOptions): Promise<Reply>;
  /** A streamed GET without a time limit of its own; the caller watches it. */
  open(path: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array>>;
  clockOffset(): number;
}

type Method = "get" | "post" | "put" | "patch" | "delete";

/** Longest wait for the answer to a request that is no more than a few words. One that arrives while a server boots may never be answered [measured]. */
const TIMEOUT = 15_000;
/** Characters a millisecond that the slowest connection takes: 400 kbit/s. */
const SLOWEST = 50;
const DETAIL_LENGTH = 300;

/** Basic credentials in UTF-8, as RFC 7617 asks for. */
export function basicAuthorization(username: string, password: string): string {
  const bytes = new TextEncoder().encode(`${username}:${password}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}

function headersOf(endpoint: Endpoint): Record<string, string> {
  const headers = { ...endpoint.headers };
  if (endpoint.password) headers.authorization = basicAuthorization(endpoint.username || "opencode", endpoint.password);
  return headers;
}

export function createHttp(endpoint: Endpoint, surroundings: HttpSurroundings): Http {
  let offset = 0;
  const client = ky.create({
    prefix: endpoint.url,
    headers: headersOf(endpoint),
    // A 401 with a Basic challenge would make the browser ask by itself, and the request hang on that [measured].
    credentials: "omit",
    cache: "no-store",
    timeout: TIMEOUT,
    retry: { limit: 2, methods: ["get"], statusCodes: [429, 502, 503, 504], backoffLimit: 2_000, jitter: true },
    fetch: (input, init) => surroundings.fetch(input, init),
  });

  async function request(method: Method, path: string, options: RequestOptions): Promise<Reply> {
    const reply = await attempt(surroundings, endpoint.url, async () => {
      const searchParams = new URLSearchParams();
      for (const [name, value] of Object.entries(options.query ?? {})) {
        if (value !== undefined) searchParams.set(name, String(value));
      }
      const sent = options.json === undefined ? undefined : JSON.stringify(options.json);
      const pending = client(path.slice(1), {
        method,
        searchParams,
        headers: { accept: "application/json", ...(sent === undefined ? {} : { "content-type": "application/json" }) },
        ...(sent === undefined ? {} : { body: sent }),
        ...(options.signal ? { signal: options.signal } : {}),
        timeout: options.timeout ?? TIMEOUT + (sent?.length ?? 0) / SLOWEST,
      });
      // Read this way the body has the same time limit: its bytes may stop half-way, and the connection stay open.
      const text = await pending.text();
      const { headers } = await pending;
      return { body: parseJson(text, headers), headers };
    });
    const date = Date.parse(reply.headers.get("date") ?? "");
    // The header has whole seconds; half a second more is the best guess.
    if (!Number.isNaN(date)) offset = date + 500 - surroundings.now();
    return reply;
  }

  return {
    get: (path, options = {}) => request("get", path, options),
    post: (path, options = {}) => request("post", path, options),
    put: (path, options = {}) => request("put", path, options),
    patch: (path, options = {}) => request("patch", path, options),
    delete: (path, options = {}) => request("delete", path, options),
    open: (path, signal) =>
      attempt(surroundings, endpoint.url, async () => {
        const response = await client(path.slice(1), {
          signal,
          timeout: false,
          retry: 0,
          headers: { accept: "text/event-stream" },
        });
        if (!response.headers.get("content-type")?.startsWith("text/event-stream") || !response.body) {
          throw new FaultError({ kind: "not-opencode" });
        }
        return response.body;
      }),
    // Clocks that agree within a few seconds are taken as one.
    clockOffset: () => (Math.abs(offset) < 3_000 ? 0 : offset),
  };
}

function parseJson(text: string, headers: Headers): unknown {
  if (text === "") return undefined;
  // A V1 server answers unknown paths with its web page and status 200 [measured]; so do login pages of proxies.
  if (!headers.get("content-type")?.includes("json")) throw new FaultError({ kind: "not-opencode" });
  try {
    return JSON.parse(text);
  } catch {
    throw new FaultError({ kind: "server-fault", detail: "its answer was cut off or is not JSON" });
  }
}

async function attempt<T>(surroundings: HttpSurroundings, url: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new FaultError(await faultOf(error, () => surroundings.mayReach(url)));
  }
}

async function faultOf(error: unknown, mayReach: () => Promise<boolean>): Promise<Fault> {
  if (error instanceof FaultError) return error.fault;
  if (error instanceof HTTPError) return httpFault(error.response.status, error.data);
  if (error instanceof TimeoutError) return { kind: "timed-out" };
  if (error instanceof DOMException && error.name === "TimeoutError") return { kind: "timed-out" };
  if (error instanceof DOMException && error.name === "AbortError") return { kind: "aborted" };
  // Whatever else `fetch` throws is a TypeError: refused, no route, TLS, a broken body.
  if (error instanceof NetworkError || error instanceof TypeError) {
    return { kind: (await mayReach()) ? "unreachable" : "host-permission-missing" };
  }
  return { kind: "internal", detail: error instanceof Error ? error.message : String(error) };
}

function httpFault(status: number, data: unknown): Fault {
  const detail = serverMessage(data) ?? `status ${status}`;
  if (status === 401 || status === 403) return { kind: "refused-credentials" };
  if (status === 404) return { kind: "not-found", detail };
  if (status >= 500) return { kind: "server-fault", detail };
  return { kind: "rejected-input", detail };
}

/** The message in an error's body: `{data: {message}}` or `{message}`. */
function serverMessage(data: unknown): string | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  const inner = "data" in data && typeof data.data === "object" && data.data !== null ? data.data : data;
  const message = "message" in inner ? inner.message : undefined;
  return typeof message === "string" ? message.slice(0, DETAIL_LENGTH) : undefined;
}
