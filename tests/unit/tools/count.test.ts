import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { countRun } from "../../../tools/test/count";

const folder = mkdtempSync(join(tmpdir(), "nexus-count-"));

function report(...files: { status?: string; tests: string[] }[]): string {
  const file = join(folder, `${crypto.randomUUID()}.json`);
  const testResults = files.map(({ status = "passed", tests }, index) => ({
    name: `${index}.test.ts`,
    status,
    assertionResults: tests.map((state) => ({ status: state, fullName: `is ${state}` })),
  }));
  writeFileSync(file, JSON.stringify({ testResults }));
  return file;
}

const ignore = () => undefined;

/** A run of one part. */
async function countPart(file: string, exitCode: number | undefined, complain: (sentence: string) => void) {
  return (await countRun(file, { all: /\.test\.ts$/ }, exitCode, complain)).all;
}

describe("A part of the tests", () => {
  test("counts what passed and what failed", async () => {
    const file = report({ tests: ["passed", "passed"] }, { status: "failed", tests: ["passed", "failed"] });
    expect(await countPart(file, 1, ignore)).toEqual({ passed: 3, failed: 1 });
  });

  test.each(["skipped", "pending", "todo", "disabled"])(
    "counts a test that is %s as failed, and names it",
    async (state) => {
      const said: string[] = [];
      expect(await countPart(report({ tests: ["passed", state] }), 0, (line) => said.push(line))).toEqual({
        passed: 1,
        failed: 1,
      });
      expect(said).toEqual([`${state}: is ${state}`]);
    },
  );

  test("fails when a file broke before its tests", async () => {
    const file = report({ tests: ["passed"] }, { status: "failed", tests: [] });
    expect(await countPart(file, 1, ignore)).toEqual({ passed: 1, failed: 1 });
  });

  test("fails without tests", async () => {
    expect(await countPart(report(), 0, ignore)).toEqual({ passed: 0, failed: 1 });
  });

  test("fails without a report", async () => {
    expect(await countPart(join(folder, "none.json"), 0, ignore)).toEqual({ passed: 0, failed: 1 });
  });

  test("fails when the run ended badly although its tests passed", async () => {
    const file = report({ tests: ["passed"] });
    expect(await countPart(file, 1, ignore)).toEqual({ passed: 1, failed: 1 });
    expect(await countPart(file, undefined, ignore)).toEqual({ passed: 1, failed: 1 });
  });
});

test("Parts that ran together are counted each for itself", async () => {
  const file = report({ tests: ["passed", "passed"] }, { status: "failed", tests: ["failed"] });
  const parts = { first: /0\.test\.ts$/, second: /1\.test\.ts$/, third: /2\.test\.ts$/ };
  expect(await countRun(file, parts, 1, ignore)).toEqual({
    first: { passed: 2, failed: 0 },
    second: { passed: 0, failed: 1 },
    third: { passed: 0, failed: 1 },
  });
});
