import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * Begins with the largest files, so that none of them keeps the others waiting at the end. Topics that share a browser count
 * for the file that brings them together: they are in the folder of its name.
 */
export class LargestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sized = files.map((file) => ({ file, size: sizeOf(file.moduleId) }));
    return sized.sort((a, b) => b.size - a.size).map(({ file }) => file);
  }
}

/** Bytes of a test file and of its topics. */
function sizeOf(file: string): number {
  const folder = file.replace(/\.\w+\.test\.ts$/, "");
  const topics = statSync(folder, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(folder) : [];
  return [file, ...topics.map((topic) => join(folder, topic))].reduce((sum, path) => sum + statSync(path).size, 0);
}
