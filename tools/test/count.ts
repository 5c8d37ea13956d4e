import { readFile } from "node:fs/promises";
import * as v from "valibot";

export interface Count {
  passed: number;
  failed: number;
}

/** What Vitest's JSON reporter writes, as far as it is counted here. */
const Report = v.object({
  testResults: v.array(
    v.object({
      name: v.string(),
      status: v.string(),
      assertionResults: v.array(v.object({ status: v.string(), fullName: v.string() })),
    }),
  ),
});

/**
 * Counts one part's tests. What did not run counts as failed: a test that is skipped or still to be written, a file that
 * broke before its tests, a part without tests, a run that ended badly although its tests passed.
 *
 * @param exitCode of Vitest; undefined when it had to be ended.
 * @param complain takes a sentence for each failure that the tests themselves do not show
 */
export async function countPart(
  file: string,
  exitCode: number | undefined,
  complain: (sentence: string) => void,
): Promise<Count> {
  const report = await readReport(file);
  if (!report) {
    complain("It ended without a report.");
    return { passed: 0, failed: 1 };
  }
  const count = { passed: 0, failed: 0 };
  for (const { name, status, assertionResults } of report.testResults) {
    for (const test of assertionResults) {
      if (test.status === "passed") count.passed++;
      else count.failed++;
      if (test.status !== "passed" && test.status !== "failed") complain(`${test.status}: ${test.fullName}`);
    }
    const hasFailed = assertionResults.some((test) => test.status !== "passed");
    if (status === "failed" && !hasFailed) {
      complain(`${name} broke outside its tests.`);
      count.failed++;
    }
  }
  if (count.passed + count.failed === 0) {
    complain("It has no tests.");
    return { passed: 0, failed: 1 };
  }
  if (exitCode !== 0 && count.failed === 0) {
    complain(`All its tests passed, but the run ended with ${exitCode ?? "a signal"}.`);
    count.failed++;
  }
  return count;
}

async function readReport(file: string): Promise<v.InferOutput<typeof Report> | undefined> {
  try {
    return v.parse(Report, JSON.parse(await readFile(file, "utf8")));
  } catch {
    // Missing, cut short or of another shape: in each case there is nothing to count.
    return undefined;
  }
}
