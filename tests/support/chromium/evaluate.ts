import type { Browser } from "playwright-core";

interface Reply {
  id?: number;
  error?: { message: string };
  result?: { result?: { value?: unknown }; exceptionDetails?: { exception?: { description?: string }; text: string } };
}

/**
 * Evaluates an expression in a target that Playwright has no usable object for. Its own object for a worker does not
 * survive a restart of that worker (the target keeps its id), so each evaluation attaches anew; and detaches again,
 * because an attached debugger keeps a worker alive.
 */
export async function evaluateInTarget(browser: Browser, targetId: string, expression: string): Promise<unknown> {
  const session = await browser.newBrowserCDPSession();
  try {
    const { sessionId } = await session.send("Target.attachToTarget", { targetId, flatten: false });
    const reply = new Promise<Reply>((resolve, reject) => {
      session.on("Target.receivedMessageFromTarget", (event) => {
        const message = JSON.parse(event.message) as Reply;
        if (event.sessionId === sessionId && message.id === 1) resolve(message);
      });
      session.on("Target.detachedFromTarget", (event) => {
        if (event.sessionId === sessionId) reject(new Error("The worker ended during the evaluation"));
      });
    });
    const params = { expression, awaitPromise: true, returnByValue: true };
    const message = JSON.stringify({ id: 1, method: "Runtime.evaluate", params });
    const [{ error, result }] = await Promise.all([
      reply,
      session.send("Target.sendMessageToTarget", { sessionId, message }),
    ]);
    const thrown = result?.exceptionDetails;
    if (error) throw new Error(error.message);
    if (thrown) throw new Error(thrown.exception?.description ?? thrown.text);
    return result?.result?.value;
  } finally {
    await session.detach();
  }
}
