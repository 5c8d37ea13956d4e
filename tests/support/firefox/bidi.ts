import type { Browser } from "puppeteer-core";

/** WebDriver BiDi, as far as the harness speaks it itself: https://w3c.github.io/webdriver-bidi/ */
export interface Bidi {
  send(method: string, params: object): Promise<unknown>;
  /**
   * Evaluates an expression in a browsing context, awaits its promise and gives its value as JSON would carry it.
   *
   * @throws Error with the message of what the expression threw.
   */
  evaluate(context: string, expression: string): Promise<unknown>;
}

interface Evaluation {
  type: "success" | "exception";
  result?: { value?: string };
  exceptionDetails?: { text: string };
}

/** Puppeteer's own connection: Firefox has one session, and Puppeteer has no public call for commands of one's own. */
export function bidiOf(browser: Browser): Bidi {
  const { connection } = browser as unknown as {
    connection?: { send(method: string, params: object): Promise<{ result: unknown }> };
  };
  if (!connection) throw new Error("Puppeteer does not drive this browser over WebDriver BiDi");
  const send = async (method: string, params: object) => (await connection.send(method, params)).result;
  return {
    send,
    async evaluate(context, expression) {
      const evaluation = (await send("script.evaluate", {
        expression: `Promise.resolve(${expression}).then((value) => JSON.stringify(value) ?? "null")`,
        target: { context },
        awaitPromise: true,
      })) as Evaluation;
      if (evaluation.type === "exception") throw new Error(evaluation.exceptionDetails?.text);
      return JSON.parse(evaluation.result?.value ?? "null");
    },
  };
}
