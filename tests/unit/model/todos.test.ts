import { expect, it } from "vitest";
import { todoProgress } from "../../../lib/model";

const todos = (...statuses: string[]) => statuses.map((status, at) => ({ content: `${at}`, status, priority: "low" }));

it("tasks are counted without those that were given up, and the one that is worked on comes first", () => {
  const progress = todoProgress(todos("completed", "pending", "cancelled", "in_progress"));
  expect(progress).toMatchObject({ done: 1, total: 3, current: { content: "3" } });
});

it("else the next one; none when all is done", () => {
  expect(todoProgress(todos("completed", "pending", "pending"))?.current?.content).toBe("1");
  expect(todoProgress(todos("completed", "completed"))).toEqual({ done: 2, total: 2, current: undefined });
});

it("there is no progress with nothing to do", () => {
  expect(todoProgress(undefined)).toBeUndefined();
  expect(todoProgress(todos("cancelled"))).toBeUndefined();
});
