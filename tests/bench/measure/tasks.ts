import type { Browser } from "playwright-core";

/** As much as Chromium's traces tell of an event; times in microseconds. */
interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** Processor time, of events that have an end. */
  tdur?: number;
  args?: { name?: string };
}

const LONG_US = 50_000;

/**
 * Watches the tasks of all renderers' main threads. The page's own observer goes by the clock: where other programs want the
 * processor, a task of 10 ms may take 60. One side at a time.
 */
export async function watchTasks(browser: Browser): Promise<{ long(): Promise<number> }> {
  const session = await browser.newBrowserCDPSession();
  const events: TraceEvent[] = [];
  let seen = 0;
  session.on("Tracing.dataCollected", ({ value }) => {
    for (const event of value as unknown as TraceEvent[]) {
      if (event.name === TASK && event.tdur !== undefined) seen += 1;
      if (event.name === "thread_name" || (event.tdur ?? 0) > LONG_US) events.push(event);
    }
  });
  await session.send("Tracing.start", { traceConfig: { includedCategories: ["toplevel"] } });
  return {
    /** Ends it. @returns how many took more than 50 ms of processor time */
    async long() {
      const complete = new Promise<{ dataLossOccurred: boolean }>((resolve) =>
        session.once("Tracing.tracingComplete", resolve),
      );
      await session.send("Tracing.end");
      const { dataLossOccurred } = await complete;
      await session.detach();
      if (dataLossOccurred || seen === 0) throw new Error("The browser's trace does not tell of all its tasks");
      const key = ({ pid, tid }: TraceEvent) => `${pid}/${tid}`;
      const main = new Set(events.filter(({ args }) => args?.name === "CrRendererMain").map(key));
      return events.filter((event) => event.ph === "X" && event.name === TASK && main.has(key(event))).length;
    },
  };
}

/** A turn of the thread's loop; what is inside it has names of its own. */
const TASK = "ThreadControllerImpl::RunTask";
