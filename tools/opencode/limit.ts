/**
 * Runs a task with a signal that aborts when `signal` does or after `limit` milliseconds. Its own timer, because Node 20
 * may collect `AbortSignal.any([…, AbortSignal.timeout(…)])` as garbage before it fires, and then nothing ever aborts
 * (seen here: probes that hung for good).
 */
export async function withLimit<T>(
  limit: number,
  signal: AbortSignal | undefined,
  task: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted();
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new Error(`No answer within ${limit} ms`)), limit);
  const forward = () => controller.abort(signal?.reason);
  signal?.addEventListener("abort", forward, { once: true });
  try {
    return await task(controller.signal);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", forward);
  }
}
