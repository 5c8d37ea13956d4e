import type { Browser } from "playwright-core";
import { attach } from "./attached";

interface Evaluated {
  result?: { value?: unknown };
  exceptionDetails?: { exception?: { description?: string }; text: string };
}

/**
 * Evaluates an expression in a target that Playwright has no usable object for. Its own object for a worker does not
 * survive a restart of that worker (the target keeps its id), so each evaluation attaches anew; and detaches again,
 * because an attached debugger keeps a worker alive.
 */
export async function evaluateInTarget(browser: Browser, targetId: string, expression: string): Promise<unknown> {
  await using target = await attach(browser, targetId);
  const params = { expression, awaitPromise: true, returnByValue: true };
  const { result, exceptionDetails: thrown } = (await target.send("Runtime.evaluate", params)) as Evaluated;
  if (thrown) throw new Error(thrown.exception?.description ?? thrown.text);
  return result?.value;
}
