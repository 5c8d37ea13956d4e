import type { GrowingPart, MessageId, Part, PartId, ToolPart } from "../../../lib/model";
import type { ToolPhase } from "../../tools/phase";
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

/** A part on its own, or neighbouring calls that only look around, folded into one. */
export type Block = { type: "part"; id: PartId } | { type: "explored"; ids: PartId[] };

/** What a message has to show. */
export interface Shown {
  id: MessageId;
  /** The visible parts, in order, and whether each is a call that only looks around. */
  pieces: readonly { id: PartId; explores: boolean }[];
  /** Something else can be seen before the parts, or after them: no run of calls goes on past it. */
  opens: boolean;
  ends: boolean;
}

/** Whether a call may be folded with its neighbours. One that failed, or that waits for the user, stands for itself. */
export function explores(part: Part, phase: (call: ToolPart) => ToolPhase): boolean {
  if (part.type !== "tool" || rendererOf(part.tool).explores === undefined) return false;
  const now = phase(part);
  return now === "completed" || now === "running" || now === "pending";
}

/**
 * What each message shows, in order. A server makes a message of every step of the model, so calls fold across messages;
 * they stand in the place of the first.
 */
export function blocksOf(messages: readonly Shown[]): Map<MessageId, Block[]> {
  const blocks = new Map<MessageId, Block[]>();
  let run: PartId[] | undefined;
  for (const { id: message, pieces, opens, ends } of messages) {
    const own: Block[] = [];
    blocks.set(message, own);
    if (opens) run = undefined;
    for (const { id, explores } of pieces) {
      if (!explores) {
        run = undefined;
        own.push({ type: "part", id });
      } else if (run) {
        run.push(id);
      } else {
        run = [id];
        own.push({ type: "explored", ids: run });
      }
    }
    if (ends) run = undefined;
  }
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

/** What a call is about, in a few words. */
export function subjectOf(part: ToolPart, directory: string): string {
  return rendererOf(part.tool).summary(part, { phase: "running", directory, mcpServers: () => [] }).subject ?? "";
}
