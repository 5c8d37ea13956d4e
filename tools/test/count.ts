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
 * Counts a run of Vitest by part. What did not run counts as failed: a test that is skipped or still to be written, a file
 * that broke before its tests, a part without tests, a run that ended badly although its tests passed.
 *
 * @param parts the names of the parts that ran, and which files are theirs; every file has to belong to one
 * @param exitCode of Vitest; undefined when it had to be ended.
 * @param complain takes a sentence for each failure that the tests themselves do not show
 */
export async function countRun(
  file: string,
  parts: Readonly<Record<string, RegExp>>,
  exitCode: number | undefined,
  complain: (sentence: string) => void,
): Promise<Record<string, Count>> {
  const report = await readReport(file);
  const counts: Record<string, Count> = {};
  for (const [part, files] of Object.entries(parts)) {
    const results = report?.testResults.filter(({ name }) => files.test(name.replaceAll("\\", "/"))) ?? [];
    counts[part] = countFiles(results, complain);
    if (!report) complain(`${part} ended without a report.`);
    else if (counts[part].passed + counts[part].failed === 0) complain(`${part} has no tests.`);
    else continue;
    counts[part].failed++;
  }
  const [first] = Object.values(counts);
  if (exitCode !== 0 && first && Object.values(counts).every(({ failed }) => failed === 0)) {
    complain(`All tests passed, but the run ended with ${exitCode ?? "a signal"}.`);
    first.failed++;
  }
  return counts;
}

function countFiles(results: v.InferOutput<typeof Report>["testResults"], complain: (sentence: string) => void): Count {
  const count = { passed: 0, failed: 0 };
  for (const { name, status, assertionResults } of results) {
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
