import { browser } from "wxt/browser";

/** Which frames of a tab to run in: one, or (without `frameId`) all that the extension may enter. */
export interface FrameTarget {
  tabId: number;
  frameId?: number | undefined;
}

/** What a frame gave back. It comes from a web page: to be checked before it is believed. */
export interface FrameResult {
  frameId: number;
  result: unknown;
}

/**
 * Runs a function in the page, isolated from the page's own scripts. It is sent as source text, so it must not use anything
 * outside itself but its (JSON) arguments. Rejects where scripts are not allowed (browser pages, extension stores, without
 * `activeTab`), and with the signal's reason: a page that shows a dialog never answers.
 */
export async function runInFrames<Args extends (string | number)[]>(
  { tabId, frameId }: FrameTarget,
  func: (...args: Args) => unknown,
  args: Args,
  signal: AbortSignal,
): Promise<FrameResult[]> {
  signal.throwIfAborted();
  const target = frameId === undefined ? { tabId, allFrames: true } : { tabId, frameIds: [frameId] };
  const injected = browser.scripting.executeScript({ target, func, args });
  const { promise: aborted, cleanUp } = rejectOnAbort(signal);
  try {
    const results = await Promise.race([injected, aborted]);
    return results.map((one) => ({ frameId: one.frameId, result: one.result }));
  } finally {
    cleanUp();
  }
}

function rejectOnAbort(signal: AbortSignal): { promise: Promise<never>; cleanUp: () => void } {
  let listener = () => {};
  const promise = new Promise<never>((_, reject) => {
    listener = () => reject(signal.reason);
    signal.addEventListener("abort", listener);
  });
  return { promise, cleanUp: () => signal.removeEventListener("abort", listener) };
}
