import type { Todo } from "./session";

/** How far an agent is with its list of tasks. */
export interface TodoProgress {
  done: number;
  /** Without those it has given up. */
  total: number;
  /** What it is at, or what comes next; `undefined` when all is done. */
  current: Todo | undefined;
}

/** `undefined` where there is nothing to do. */
export function todoProgress(todos: readonly Todo[] | undefined): TodoProgress | undefined {
  const counted = todos?.filter(({ status }) => status !== "cancelled") ?? [];
  if (counted.length === 0) return undefined;
  const open = counted.filter(({ status }) => status !== "completed");
  const current = open.find(({ status }) => status === "in_progress") ?? open[0];
  return { done: counted.length - open.length, total: counted.length, current };
}
