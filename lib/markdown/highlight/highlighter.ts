import HighlightThread from "./highlight.worker?worker";
import { grammarFor } from "./languages";
import { createLru } from "./lru";
import type { CodeLine, Continuation, HighlightRequest, HighlightResponse } from "./protocol";

export type { CodeLine, CodeToken, Continuation, TokenKind } from "./protocol";

/** Code beyond either of these stays plain: whoever asks for the tokens of growing code counts what was there before. */
export const MAX_CHARACTERS = 100_000;
export const MAX_LINES = 2_000;
/** Characters of code whose tokens are kept. */
const CACHE_CHARACTERS = 400_000;

export interface Highlighted {
  lines: readonly CodeLine[];
  /** Pass as `after` to go on from the end of these lines. */
  end: Continuation;
}

export interface HighlightOptions {
  /** `text` goes on where this ended; the result holds the new lines only. */
  after?: Continuation | undefined;
  signal?: AbortSignal | undefined;
}

/** The part of a Worker that the highlighter uses. */
export type HighlightWorker = Pick<Worker, "postMessage" | "addEventListener" | "terminate">;

export interface Highlighter {
  /**
   * Tokens of whole lines of code, made off the main thread. Undefined if the code stays plain: no grammar for the
   * language, too much of it, or `after` is forgotten (start again without it). Rejects with the signal's reason.
   */
  highlight(text: string, language: string, options?: HighlightOptions): Promise<Highlighted | undefined>;
  dispose(): void;
}

const createWorker = (): HighlightWorker => new HighlightThread({ name: "highlight" });

/** A highlighter with its worker, which starts with the first request. */
export function createHighlighter(start: () => HighlightWorker = createWorker): Highlighter {
  const cache = createLru<{ size: number; result: Highlighted }>(CACHE_CHARACTERS, ({ size }) => size);
  const waiting = new Map<number, PromiseWithResolvers<Highlighted | undefined>["resolve"]>();
  let worker: HighlightWorker | undefined;
  let isBroken = false;
  let lastId = 0;

  const settle = (id: number, result: Highlighted | undefined): void => {
    waiting.get(id)?.(result);
    waiting.delete(id);
  };

  function ensureWorker(): HighlightWorker {
    if (worker) return worker;
    const started = start();
    started.addEventListener("message", (event) => {
      const response = (event as MessageEvent<HighlightResponse>).data;
      if ("error" in response) console.warn("Highlighting failed:", response.error);
      settle(response.id, "lines" in response ? { lines: response.lines, end: response.end } : undefined);
    });
    // A worker that cannot start or dies leaves code plain; the next request starts another.
    started.addEventListener("error", (event) => {
      console.warn("The highlighting worker stopped:", (event as ErrorEvent).message);
      started.terminate();
      if (worker === started) worker = undefined;
      for (const id of [...waiting.keys()]) settle(id, undefined);
    });
    worker = started;
    return started;
  }

  /** False if there can be no worker here: code stays plain, and it is said once. */
  function post(request: HighlightRequest): boolean {
    if (isBroken) return false;
    try {
      ensureWorker().postMessage(request);
      return true;
    } catch (error) {
      isBroken = true;
      console.warn("Code stays without colours, its worker does not start:", error);
      return false;
    }
  }

  return {
    async highlight(text, language, { after, signal } = {}) {
      signal?.throwIfAborted();
      if (!grammarFor(language) || text.length > MAX_CHARACTERS || countLines(text) > MAX_LINES) return undefined;
      const key = after === undefined ? `${language}\n${text}` : undefined;
      const known = key === undefined ? undefined : cache.get(key);
      if (known) return known.result;
      const id = ++lastId;
      const result = await new Promise<Highlighted | undefined>((resolve, reject) => {
        const abort = () => {
          if (!waiting.delete(id)) return;
          worker?.postMessage({ cancel: id } satisfies HighlightRequest);
          reject(signal?.reason);
        };
        signal?.addEventListener("abort", abort);
        waiting.set(id, (value) => {
          signal?.removeEventListener("abort", abort);
          resolve(value);
        });
        if (!post(after === undefined ? { id, text, language } : { id, text, language, after })) settle(id, undefined);
      });
      if (result && key !== undefined) cache.set(key, { size: text.length, result });
      return result;
    },
    dispose() {
      worker?.terminate();
      worker = undefined;
      for (const id of [...waiting.keys()]) settle(id, undefined);
    },
  };
}

function countLines(text: string): number {
  let lines = 1;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines++;
  return lines;
}
