import { setTimeout as wait } from "node:timers/promises";
import { withLimit } from "./limit";

/**
 * A request that arrives while the server boots may be accepted and never answered: each probe has its own limit. It
 * grows, because on a busy machine a healthy server may need seconds for its first answer.
 */
const FIRST_LIMIT = 1_000;
const LONGEST_LIMIT = 5_000;
const PAUSE = 50;

/** Resolves with the version from `GET /global/health` once the server answers. Rejects when `signal` aborts. */
export async function untilReady(url: string, headers: Record<string, string>, signal: AbortSignal): Promise<string> {
  let limit = FIRST_LIMIT;
  for (;;) {
    const started = performance.now();
    const version = await withLimit(limit, signal, (limited) => probe(url, headers, limited));
    if (version !== undefined) return version;
    if (performance.now() - started >= limit) limit = Math.min(2 * limit, LONGEST_LIMIT);
    await wait(PAUSE, undefined, { signal });
  }
}

async function probe(url: string, headers: Record<string, string>, signal: AbortSignal): Promise<string | undefined> {
  try {
    const response = await fetch(`${url}/global/health`, { headers, signal });
    const body: unknown = await response.json();
    if (!response.ok) return undefined;
    return typeof body === "object" && body !== null && "version" in body ? String(body.version) : undefined;
  } catch {
    // Refused or unanswered: still booting. What never changes is told by the log when the time is up.
    return undefined;
  }
}
