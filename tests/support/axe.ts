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

/** WCAG 2.2's size of targets (2.5.8) is the one rule of its level AA that axe-core leaves off. */
const OPTIONS = { resultTypes: ["violations"], rules: { "target-size": { enabled: true } } };

/**
 * The accessibility rules that a document breaks: all that axe-core has switched on, and that of targets. The extension's policy forbids injected script elements, so axe-core
 * travels inside the evaluated text, once for each document: a debugger may run it whatever the policy says.
 *
 * @param evaluate runs an expression in the document and resolves with its value
 */
export async function runAxe(evaluate: (expression: string) => Promise<unknown>): Promise<AxeViolation[]> {
  if ((await evaluate("Boolean(globalThis.axe)")) !== true) {
    const source = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
    await evaluate(`(() => { const module = undefined, exports = undefined, define = undefined;\n${source}\n})()`);
  }
  const violations = await evaluate(`(async () => {
    const { violations } = await globalThis.axe.run(document, ${JSON.stringify(OPTIONS)});
    return violations.map(({ id, impact, help, nodes }) => ({
      id, impact, help,
      nodes: nodes.map((node) => ({
        target: node.target.join(" "), html: node.html, summary: node.failureSummary ?? "",
      })),
    }));
  })()`);
  return violations as AxeViolation[];
}
