import { describe, expect, test } from "vitest";
import { createHighlighter, type HighlightWorker } from "../../../lib/markdown/highlight/highlighter";
import { grammarFor } from "../../../lib/markdown/highlight/languages";
import type { HighlightRequest, HighlightResponse } from "../../../lib/markdown/highlight/protocol";
import { createTokeniser } from "../../../lib/markdown/highlight/tokenise";

const SNIPPET = '// sum\nexport function sum(a: number): string {\n  return a + "b";\n}';

describe("tokens", () => {
  const tokeniser = createTokeniser();

  test("a TypeScript snippet in lines and kinds", async () => {
    const { lines } = (await tokeniser.tokenise(SNIPPET, "ts")) ?? { lines: [] };
    expect(lines.map((line) => line.map(([text]) => text).join("")).join("\n")).toBe(SNIPPET);
    expect(lines[0]).toEqual([["// sum", "comment"]]);
    expect(lines[1]).toContainEqual(["export function ", "keyword"]);
    expect(lines[1]).toContainEqual(["sum", "function"]);
    expect(lines[2]?.at(-2)).toEqual(['"b"', "string-expression"]);
  }, 30_000);

  test("lines that go on where others ended are what they are in the whole", async () => {
    const text = "/* a\nb */ let c = `d\ne f`;\n";
    const whole = await tokeniser.tokenise(text, "ts");
    const first = await tokeniser.tokenise("/* a", "ts");
    const second = await tokeniser.tokenise("b */ let c = `d", "ts", first?.end);
    const third = await tokeniser.tokenise("e f`;\n", "ts", second?.end);
    expect([...(first?.lines ?? []), ...(second?.lines ?? []), ...(third?.lines ?? [])]).toEqual(whole?.lines);
  }, 30_000);

  test("a line of thousands of characters stays plain", async () => {
    const line = `let a = "${"x".repeat(2_000)}";`;
    const result = await tokeniser.tokenise(`let b;\n${line}`, "ts");
    expect(result?.lines[1]).toEqual([[line]]);
    expect(result?.lines[0]?.length).toBeGreaterThan(1);
  }, 30_000);

  test("an unknown language and a forgotten state have no tokens", async () => {
    expect(await tokeniser.tokenise("a", "nolang")).toBeUndefined();
    expect(await tokeniser.tokenise("a", "ts", 999_999)).toBeUndefined();
  });
});

test.each([
  ["ts", "typescript"],
  ["jsx", "tsx"],
  ["bash", "shellscript"],
  ["yml", "yaml"],
  ["c++", "c"],
  ["python", "python"],
  ["constructor", undefined],
])("%s is coloured as %s", (language, grammar) => {
  expect(grammarFor(language)).toBe(grammar);
});

/** Stands in for the worker's thread, so that a test can say when, and if, it answers. */
function createSilentWorker() {
  const requests: HighlightRequest[] = [];
  let onMessage: (response: HighlightResponse) => void = () => {};
  let onError: () => void = () => {};
  let isTerminated = false;
  const worker = {
    postMessage: (request: HighlightRequest) => void requests.push(request),
    addEventListener: (type: string, listener: (event: unknown) => void) => {
      if (type === "message") onMessage = (data) => listener({ data });
      else if (type === "error") onError = () => listener({ message: "gone" });
    },
    terminate: () => {
      isTerminated = true;
    },
  } as HighlightWorker;
  return {
    worker,
    requests,
    answer: (response: HighlightResponse) => onMessage(response),
    fail: () => onError(),
    isTerminated: () => isTerminated,
  };
}

describe("the highlighter", () => {
  const lines = [[["a"]]] as const;
  const idOf = (request: HighlightRequest | undefined): number => (request && "id" in request ? request.id : -1);
  const settled = () => new Promise((resolve) => setImmediate(resolve));

  test("starts its worker with the first code that has a grammar", async () => {
    let starts = 0;
    const silent = createSilentWorker();
    const highlighter = createHighlighter(() => {
      starts++;
      return silent.worker;
    });
    expect(await highlighter.highlight("a", "nolang")).toBeUndefined();
    expect(await highlighter.highlight("a\n".repeat(3_000), "ts")).toBeUndefined();
    expect(starts).toBe(0);
    const result = highlighter.highlight("a", "ts");
    await settled();
    silent.answer({ id: idOf(silent.requests[0]), lines: [[["a"]]], end: 1 });
    expect(await result).toEqual({ lines, end: 1 });
    expect(starts).toBe(1);
  });

  test("asks once for the same code", async () => {
    const silent = createSilentWorker();
    const highlighter = createHighlighter(() => silent.worker);
    const first = highlighter.highlight("a", "ts");
    await settled();
    silent.answer({ id: idOf(silent.requests[0]), lines: [[["a"]]], end: 1 });
    const known = await first;
    expect(await highlighter.highlight("a", "ts")).toBe(known);
    expect(silent.requests).toHaveLength(1);
  });

  test("an abort rejects and tells the worker", async () => {
    const silent = createSilentWorker();
    const highlighter = createHighlighter(() => silent.worker);
    const aborter = new AbortController();
    const result = highlighter.highlight("a", "ts", { signal: aborter.signal });
    await settled();
    aborter.abort(new Error("gone"));
    await expect(result).rejects.toThrow("gone");
    expect(silent.requests).toEqual([expect.objectContaining({ text: "a" }), { cancel: idOf(silent.requests[0]) }]);
  });

  test("a worker that dies leaves code plain, and the next code gets another worker", async () => {
    const workers = [createSilentWorker(), createSilentWorker()];
    let starts = 0;
    const highlighter = createHighlighter(() => {
      const next = workers[starts++];
      if (!next) throw new Error("started too often");
      return next.worker;
    });
    const first = highlighter.highlight("a", "ts");
    await settled();
    workers[0]?.fail();
    expect(await first).toBeUndefined();
    expect(workers[0]?.isTerminated()).toBe(true);
    const second = highlighter.highlight("a", "ts");
    await settled();
    workers[1]?.answer({ id: idOf(workers[1].requests[0]), lines: [[["a"]]], end: 1 });
    expect(await second).toEqual({ lines, end: 1 });
  });

  test("where no worker can start, code stays plain and no second start is tried", async () => {
    let starts = 0;
    const highlighter = createHighlighter(() => {
      starts++;
      throw new Error("no workers here");
    });
    expect(await highlighter.highlight("a", "ts")).toBeUndefined();
    expect(await highlighter.highlight("b", "ts")).toBeUndefined();
    expect(starts).toBe(1);
  });
});
