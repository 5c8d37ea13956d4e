import type { Browser, CDPSession, Page } from "playwright-core";

/** What something has cost, in milliseconds. */
export interface Work {
  /** Of the page's main thread, on the processor. */
  main: number;
  /** Processor time of all renderers: with threads beside the main one, such as the panel's background. */
  renderers: number;
  /** Wall-clock. */
  took: number;
  /** How often the page was laid out; a count, not milliseconds. */
  layouts: number;
}

/** A meter of a page's work; one side at a time, or the renderers' time is that of both. */
export interface Meter {
  read(): Promise<Work>;
  end(): Promise<void>;
}

export async function startMeter(browser: Browser, page: Page): Promise<Meter> {
  const session: CDPSession = await page.context().newCDPSession(page);
  const whole = await browser.newBrowserCDPSession();
  // Time on the processor: on a busy machine a task also takes the time in which it waits for one.
  await session.send("Performance.enable", { timeDomain: "threadTicks" });

  async function now(): Promise<Work> {
    const [{ metrics }, { processInfo }] = await Promise.all([
      session.send("Performance.getMetrics"),
      whole.send("SystemInfo.getProcessInfo"),
    ]);
    const metric = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
    const renderers = processInfo.filter(({ type }) => type === "renderer");
    return {
      main: metric("TaskDuration") * 1000,
      layouts: metric("LayoutCount"),
      renderers: renderers.reduce((sum, { cpuTime }) => sum + cpuTime, 0) * 1000,
      took: performance.now(),
    };
  }

  const start = await now();
  return {
    async read() {
      const { main, renderers, took, layouts } = await now();
      return {
        main: main - start.main,
        renderers: renderers - start.renderers,
        took: took - start.took,
        layouts: layouts - start.layouts,
      };
    },
    async end() {
      await session.detach();
      await whole.detach();
    },
  };
}
