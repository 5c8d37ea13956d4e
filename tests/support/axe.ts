import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

/** One accessibility rule that a document breaks. */
export interface AxeViolation {
  id: string;
  impact: string | null;
  help: string;
  /** Selector and markup of each element concerned. */
  nodes: { target: string; html: string; summary: string }[];
}

/**
 * axe-core as one expression that yields the violations. The extension's policy forbids injected script elements, so the
 * whole library travels inside the evaluated text, which a debugger may run whatever the policy says.
 */
export async function axeExpression(): Promise<string> {
  const source = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  return `(async () => {
    if (!globalThis.axe) { const module = undefined, exports = undefined, define = undefined;\n${source}\n}
    const { violations } = await globalThis.axe.run(document, { resultTypes: ["violations"] });
    return violations.map(({ id, impact, help, nodes }) => ({
      id, impact, help,
      nodes: nodes.map((node) => ({
        target: node.target.join(" "), html: node.html, summary: node.failureSummary ?? "",
      })),
    }));
  })()`;
}
