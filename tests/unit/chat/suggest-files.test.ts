// @vitest-environment jsdom
import { createRoot, createSignal } from "solid-js";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createFiles } from "../../../components/composer/suggest/create-files";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Searches stay open until the test answers them, oldest first. */
function setUp() {
  const asked: { query: string; answer(paths: string[]): Promise<void>; fail(): Promise<void> }[] = [];
  const [query, setQuery] = createSignal<string>();
  const find = (wanted: string) =>
    new Promise<string[]>((resolve, reject) => {
      const end = async (act: () => void) => {
        act();
        await vi.advanceTimersByTimeAsync(0);
      };
      asked.push({
        query: wanted,
        answer: (paths) => end(() => resolve(paths)),
        fail: () => end(() => reject(new Error("gone"))),
      });
    });
  const { files, dispose } = createRoot((end) => ({ files: createFiles(query, find), dispose: end }));
  return { files, setQuery, dispose, queries: () => asked.map((one) => one.query), next: () => asked.at(-1) };
}

test("nothing is asked while nothing is named, and not for every key", async () => {
  const { files, setQuery, queries, next, dispose } = setUp();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(queries()).toEqual([]);
  setQuery("m");
  await vi.advanceTimersByTimeAsync(100);
  setQuery("ma");
  await vi.advanceTimersByTimeAsync(100);
  expect(queries()).toEqual([]);
  await vi.advanceTimersByTimeAsync(50);
  expect(queries()).toEqual(["ma"]);
  await next()?.answer(["main.ts"]);
  expect(files()).toEqual({ query: "ma", paths: ["main.ts"] });
  setQuery(undefined);
  expect(files().paths).toEqual([]);
  dispose();
});

test("one search runs at a time, and the next is for what is typed then", async () => {
  const { files, setQuery, queries, next, dispose } = setUp();
  setQuery("a");
  await vi.advanceTimersByTimeAsync(200);
  for (const typed of ["ab", "abc"]) {
    setQuery(typed);
    await vi.advanceTimersByTimeAsync(200);
  }
  expect(queries()).toEqual(["a"]);
  await next()?.answer(["a.ts"]);
  expect(queries()).toEqual(["a", "abc"]);
  await next()?.answer(["abc.ts"]);
  expect(files()).toEqual({ query: "abc", paths: ["abc.ts"] });
  dispose();
});

test("a search that fails finds nothing, and the next key asks again", async () => {
  const quiet = vi.spyOn(console, "warn").mockImplementation(() => undefined);
  const { files, setQuery, queries, next, dispose } = setUp();
  setQuery("a");
  await vi.advanceTimersByTimeAsync(200);
  await next()?.fail();
  expect(files()).toEqual({ query: "a", paths: [] });
  expect(quiet).toHaveBeenCalledOnce();
  setQuery("ab");
  await vi.advanceTimersByTimeAsync(200);
  expect(queries()).toEqual(["a", "ab"]);
  dispose();
  quiet.mockRestore();
});
