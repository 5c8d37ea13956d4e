import type { GrowingPart, Part, PartId } from "../../../lib/model";
import { rendererOf } from "../../tools/registry";

/** Asked on every delta, so a growing text is not looked through. */
function hasWords(part: GrowingPart): boolean {
  return part.endedAt === undefined ? part.text !== "" : part.text.trim() !== "";
}

/** Whether a part is to be seen at all; steps and patches are told by the turn's last line and the tools. */
export function isVisible(part: Part): boolean {
  switch (part.type) {
    case "step":
    case "patch":
      return false;
    case "text":
      return !part.synthetic && (hasWords(part) || part.gapAt !== undefined);
    case "reasoning":
      return hasWords(part) || part.endedAt === undefined;
    default:
      return true;
  }
}

/** A part on its own, or neighbouring calls that only looked around, folded into one. */
export type Block = { type: "part"; id: PartId } | { type: "explored"; ids: PartId[] };

const explored = (part: Part): boolean =>
  part.type === "tool" && part.state.status === "completed" && rendererOf(part.tool).explores !== undefined;

/** What a message shows, in order. @param parts the visible ones. */
export function blocksOf(parts: readonly Part[]): Block[] {
  const blocks: Block[] = [];
  let run: PartId[] = [];
  const flush = () => {
    const [only, ...others] = run;
    if (only !== undefined)
      blocks.push(others.length > 0 ? { type: "explored", ids: run } : { type: "part", id: only });
    run = [];
  };
  for (const part of parts) {
    if (explored(part)) {
      run.push(part.id);
    } else {
      flush();
      blocks.push({ type: "part", id: part.id });
    }
  }
  flush();
  return blocks;
}

/** "4 files, 2 searches": what the tools of `names` looked at. */
export function exploredWords(names: readonly string[]): string {
  const counts = new Map<{ one: string; many: string }, number>();
  for (const name of names) {
    const { explores } = rendererOf(name);
    if (explores) counts.set(explores, (counts.get(explores) ?? 0) + 1);
  }
  return [...counts].map(([word, count]) => `${count} ${count === 1 ? word.one : word.many}`).join(", ");
}
