import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createGather } from "../../../lib/bridge/gather";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => vi.useRealTimers());

/** Frames that come when the test says so. */
function setUp({ visible = true }: { visible?: boolean } = {}) {
  const taken: string[][] = [];
  const frames = new Set<() => void>();
  const gather = createGather<string>(
    (run) => {
      if (!visible) return undefined;
      frames.add(run);
      return () => frames.delete(run);
    },
    (items) => taken.push(items),
  );
  const frame = () => {
    for (const run of [...frames]) {
      frames.delete(run);
      run();
    }
  };
  return { taken, gather, frames, frame };
}

test("what comes between two frames is handed over once, in its order", () => {
  const { taken, gather, frame } = setUp();
  gather.add(["a", "b"]);
  gather.add(["c"]);
  expect(taken).toEqual([]);
  frame();
  frame();
  expect(taken).toEqual([["a", "b", "c"]]);
  gather.add(["d"]);
  frame();
  expect(taken).toEqual([["a", "b", "c"], ["d"]]);
  expect(vi.getTimerCount()).toBe(0);
});

test("what is asked for at once comes at once, and not again with the frame", () => {
  const { taken, gather, frames } = setUp();
  gather.flush();
  gather.add(["a"]);
  gather.flush();
  expect(taken).toEqual([["a"]]);
  expect(frames.size).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
});

test("nothing waits for frames that do not come", () => {
  const hidden = setUp({ visible: false });
  hidden.gather.add(["a"]);
  hidden.gather.add(["b"]);
  expect(hidden.taken).toEqual([["a"], ["b"]]);
  const { taken, gather, frame } = setUp();
  gather.add(["a"]);
  vi.advanceTimersByTime(100);
  expect(taken).toEqual([["a"]]);
  frame();
  expect(taken).toEqual([["a"]]);
});
