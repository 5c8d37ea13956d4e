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

/** Rules that depend on size and colours; the others say the same of a document however it is laid out. */
export const RULES_OF_LOOKS = ["color-contrast", "scrollable-region-focusable", "button-name", "link-name"] as const;

/**
 * The accessibility rules that a document breaks. The extension's policy forbids injected script elements, so axe-core
 * travels inside the evaluated text, once for each document: a debugger may run it whatever the policy says.
 *
 * @param evaluate runs an expression in the document and resolves with its value
 * @param rules those to look for; all that axe-core has switched on unless given
 */
export async function runAxe(
  evaluate: (expression: string) => Promise<unknown>,
  rules?: readonly string[],
): Promise<AxeViolation[]> {
  if ((await evaluate("Boolean(globalThis.axe)")) !== true) {
    const source = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
    await evaluate(`(() => { const module = undefined, exports = undefined, define = undefined;\n${source}\n})()`);
  }
  const options = { resultTypes: ["violations"], ...(rules ? { runOnly: { type: "rule", values: rules } } : {}) };
  const violations = await evaluate(`(async () => {
    const { violations } = await globalThis.axe.run(document, ${JSON.stringify(options)});
    return violations.map(({ id, impact, help, nodes }) => ({
      id, impact, help,
      nodes: nodes.map((node) => ({
        target: node.target.join(" "), html: node.html, summary: node.failureSummary ?? "",
      })),
    }));
  })()`);
  return violations as AxeViolation[];
}
