import type { Catalog, OutboxEntry, Session } from "../../lib/model";
import { contentOf } from "../chat/message/content";
import { agentLabel, modelLabel } from "../composer/choices";
import { counted } from "../ui/numbers";

/** Characters of a message that its line in the queue has: more than any panel is wide. */
const LONGEST = 200;

/** A waiting message in one line, and what goes along with its words: "2 files". */
export function lineOf({ prompt }: Pick<OutboxEntry, "prompt">): { text: string; note: string } {
  const { text, context, files, agents } = contentOf(prompt.parts);
  const notes = [notesOf(context, "page"), notesOf(files, "file"), notesOf(agents, "agent")];
  return {
    text: inOneLine(text),
    note: notes.filter((note) => note !== "").join(", "),
  };
}

/** The beginning of a text, as a line has it. */
export function inOneLine(text: string): string {
  return text.trim().replace(/\s+/g, " ").slice(0, LONGEST);
}

const notesOf = (all: readonly unknown[], what: string) => (all.length === 0 ? "" : counted(all.length, what));

/** Who answers a waiting message, where that is not who the session was used with last: "Plan, Tide, high". */
export function whoOf(
  { prompt: { agent, model } }: Pick<OutboxEntry, "prompt">,
  last: Pick<Session, "agent" | "model">,
  catalog: Catalog | undefined,
): string {
  const isOtherModel = model?.providerId !== last.model?.providerId || model?.modelId !== last.model?.modelId;
  const effort = model?.variant ?? "default";
  const isOtherEffort = effort !== (last.model?.variant ?? "default");
  const words = [
    agent !== undefined && agent !== last.agent ? agentLabel(agent) : "",
    model && isOtherModel ? modelLabel(catalog, model) : "",
    model && isOtherEffort ? `${effort} effort` : "",
  ];
  return words.filter((word) => word !== "").join(", ");
}
