import type { HttpSurroundings } from "../opencode/http";

/** Time, chance and network as the engine sees them. Everything in `lib/sync` and `lib/hub` goes through this. */
export interface Surroundings extends HttpSurroundings {
  /** Calls `run` once after `ms` milliseconds; the result cancels. */
  timer(ms: number, run: () => void): () => void;
  /** From 0 up to 1. */
  random(): number;
  /** What the browser says of the network. */
  isOnline(): boolean;
}

/** Resolves after `ms`; rejects with the signal's reason when it is aborted. */
export function sleep(surroundings: Pick<Surroundings, "timer">, ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const stop = () => {
      cancel();
      reject(signal?.reason);
    };
    const cancel = surroundings.timer(ms, () => {
      signal?.removeEventListener("abort", stop);
      resolve();
    });
    signal?.addEventListener("abort", stop, { once: true });
  });
}
