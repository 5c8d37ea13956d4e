import type { Browser } from "playwright-core";

interface Reply {
  id?: number;
  error?: { message: string };
  result?: unknown;
}

/** A debugging session of its own with a target that Playwright has no usable object for. */
export interface Attached extends AsyncDisposable {
  /** Sends a command of the DevTools protocol; resolves with its unchecked result. */
  send(method: string, params?: object): Promise<unknown>;
}

/** Lasts until it is disposed of; an attached debugger keeps a worker alive. */
export async function attach(browser: Browser, targetId: string): Promise<Attached> {
  const session = await browser.newBrowserCDPSession();
  const { sessionId } = await session.send("Target.attachToTarget", { targetId, flatten: false });
  const waiting = new Map<number, PromiseWithResolvers>();
  let count = 0;
  session.on("Target.receivedMessageFromTarget", (event) => {
    if (event.sessionId !== sessionId) return;
    const { id, error, result } = JSON.parse(event.message) as Reply;
    const asked = waiting.get(id ?? 0);
    waiting.delete(id ?? 0);
    if (error) asked?.reject(new Error(error.message));
    else asked?.resolve(result);
  });
  session.on("Target.detachedFromTarget", (event) => {
    if (event.sessionId !== sessionId) return;
    for (const { reject } of waiting.values()) reject(new Error("The worker ended meanwhile"));
    waiting.clear();
  });
  return {
    async send(method, params = {}) {
      const id = ++count;
      const reply = new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
      const message = JSON.stringify({ id, method, params });
      const [result] = await Promise.all([reply, session.send("Target.sendMessageToTarget", { sessionId, message })]);
      return result;
    },
    [Symbol.asyncDispose]: () => session.detach(),
  };
}

interface PromiseWithResolvers {
  resolve: (value: unknown) => void;
  reject: (error: Error) => void;
}
