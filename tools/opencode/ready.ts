import { setTimeout as wait } from "node:timers/promises";

/** A request that arrives while the server boots may be accepted and never answered: each one has its own limit. */
const PROBE_LIMIT = 1_000;
const PAUSE = 50;

/** Resolves with the version from `GET /global/health` once the server answers. Rejects when `signal` aborts. */
export async function untilReady(url: string, headers: Record<string, string>, signal: AbortSignal): Promise<string> {
  for (;;) {
    signal.throwIfAborted();
    const version = await probe(url, headers, signal);
    if (version !== undefined) return version;
    await wait(PAUSE, undefined, { signal });
  }
}

async function probe(url: string, headers: Record<string, string>, signal: AbortSignal): Promise<string | undefined> {
  try {
    const response = await fetch(`${url}/global/health`, {
      headers,
      signal: AbortSignal.any([signal, AbortSignal.timeout(PROBE_LIMIT)]),
    });
    const body: unknown = await response.json();
    if (!response.ok) return undefined;
    return typeof body === "object" && body !== null && "version" in body ? String(body.version) : undefined;
  } catch (error) {
    // Refused or unanswered: still booting. Anything else surfaces when the overall limit ends the wait.
    if (signal.aborted) throw error;
    return undefined;
  }
}
