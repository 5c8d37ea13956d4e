import { paced } from "../ground/paced";
import { answerInTokens } from "../ground/words";
import { watchTasks } from "../measure/tasks";
import { startMeter } from "../measure/work";
import type { Part } from "./part";

const TOKENS = 3_000;
const PER_SECOND = 200;

export const STREAM = { id: "stream", what: "main thread busy while 3,000 tokens stream", unit: "ms" } as const;
export const STREAM_ALL = {
  id: "stream-all",
  what: "renderers' processor time for the same, all threads",
  unit: "ms",
} as const;
export const LONG_TASKS = {
  id: "long-tasks",
  what: "tasks of more than 50 ms of processor time meanwhile",
  unit: "",
} as const;
export const LONG_TASKS_BY_CLOCK = {
  id: "long-tasks-by-clock",
  what: "tasks of more than 50 ms by the clock, with what else the machine did",
  unit: "",
} as const;
export const STREAM_TIME = {
  id: "stream-time",
  what: "first token sent → last one readable (15 s is the model's)",
  unit: "ms",
} as const;

export const stream: Part = async ({ results, pairs, ground, arena }) => {
  const [server, { ours, web, browser }] = [await ground(), await arena()];
  for (let pair = 0; pair < pairs; pair++) {
    for (const side of [ours, web]) {
      const session = await server.empty("stream");
      await side.openEmpty(session);
      await side.page.evaluate(() => window.probe.longTasks());
      const tasks = await watchTasks(browser);
      const meter = await startMeter(browser, side.page);
      let began = 0;
      const pieces = answerInTokens(session.title, TOKENS);
      await server.answer(
        session,
        paced(pieces, PER_SECOND, () => {
          began ||= performance.now();
        }),
      );
      // Looking for the last word from the beginning would be work, too.
      await side.readable(session);
      results.add(STREAM_TIME, side.name, performance.now() - began);
      const { main, renderers } = await meter.read();
      await meter.end();
      results.add(STREAM, side.name, main);
      results.add(STREAM_ALL, side.name, renderers);
      results.add(LONG_TASKS, side.name, await tasks.long());
      const byClock = await side.page.evaluate(() => window.probe.longTasks());
      results.add(LONG_TASKS_BY_CLOCK, side.name, byClock.length);
      await side.leave();
    }
  }
};
