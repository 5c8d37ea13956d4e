import { parseArgs } from "node:util";
import { PARTS } from "./parts";

export interface BenchOptions {
  pairs: number;
  /** Names of the parts to run. */
  parts: string[];
  /** Exit with 1 when a budget that does not depend on the machine is missed. */
  check: boolean;
}

const NAMES = Object.keys(PARTS);
const HELP = `npm run bench -- [options]

  --pairs N     measure each side so often (default: 5)
  --only NAME   run only this part; can be given several times: ${NAMES.join(", ")}
  --check       fail when a budget that does not depend on the machine is missed

With all parts, the figures go to docs/bench.json and the chart to docs/bench.svg; else to .cache/bench.`;

/** Reads the command line; ends the program after help or a mistake. */
export function readOptions(args: string[]): BenchOptions {
  try {
    const { values } = parseArgs({
      args,
      options: {
        pairs: { type: "string", default: "5" },
        only: { type: "string", multiple: true, default: [] },
        check: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
    if (values.help) {
      console.log(HELP);
      process.exit(0);
    }
    const pairs = Number(values.pairs);
    if (!Number.isInteger(pairs) || pairs < 1) throw new Error(`--pairs ${values.pairs}: a number from 1 on`);
    const unknown = values.only.filter((name) => !NAMES.includes(name));
    if (unknown.length > 0) throw new Error(`There is no part ${unknown.join(", ")}; there are ${NAMES.join(", ")}`);
    return { pairs, parts: values.only.length > 0 ? values.only : NAMES, check: values.check };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  }
}
