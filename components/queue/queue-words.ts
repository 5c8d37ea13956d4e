import type { OutboxEntry } from "../../lib/model";
import { contentOf } from "../chat/message/content";

/** Characters of a message that its line in the queue has: more than any panel is wide. */
const LONGEST = 200;

/** A waiting message in one line, and what goes along with its words: "2 files". */
export function lineOf({ prompt }: Pick<OutboxEntry, "prompt">): { text: string; note: string } {
  const { text, context, files, agents } = contentOf(prompt.parts);
  const notes = [counted(context.length, "page"), counted(files.length, "file"), counted(agents.length, "agent")];
  return {
    text: text.trim().replace(/\s+/g, " ").slice(0, LONGEST),
    note: notes.filter((note) => note !== "").join(", "),
  };
}

function counted(count: number, what: string): string {
  if (count === 0) return "";
  return count === 1 ? `1 ${what}` : `${count} ${what}s`;
}
