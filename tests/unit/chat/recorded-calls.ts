import type { ToolPart } from "../../../lib/model";
import { loadRecording } from "../../support/recording/recording";
import { decodeRecorded } from "../../support/replay";

type Status = ToolPart["state"]["status"];

/** The calls of a tool in a recording, in order: each with the last part that the server sent of it in a status. */
export async function recordedCalls(scenario: string, tool: string): Promise<Partial<Record<Status, ToolPart>>[]> {
  const { events } = decodeRecorded((await loadRecording(scenario)).events);
  const calls = new Map<string, { tool: string; parts: Partial<Record<Status, ToolPart>> }>();
  for (const event of events) {
    if (event.type !== "part.upserted" || event.part.type !== "tool") continue;
    const { part } = event;
    // The server names a call of an unknown tool anew once it knows that there is none.
    const parts = { ...calls.get(part.callId)?.parts, [part.state.status]: part };
    calls.set(part.callId, { tool: part.tool, parts });
  }
  return [...calls.values()].filter((call) => call.tool === tool).map(({ parts }) => parts);
}

const LINES = 20_000;
const CHARACTERS = 200_000;
const ENTRIES = 2_000;

/** The same call, with far more of everything: long lines, many lines, long lists and many arguments. */
export function huge(part: ToolPart): ToolPart {
  const { state } = part;
  const more = Object.fromEntries(Array.from({ length: ENTRIES }, (_, index) => [`more${index}`, index]));
  return {
    ...part,
    state: { ...state, ...(grown(state) as object), input: { ...(grown(state.input) as object), ...more } },
  } as ToolPart;
}

function grown(value: unknown, inside = false): unknown {
  if (typeof value === "string") return longer(value, inside);
  if (Array.isArray(value)) {
    const entries = value.map((entry) => grown(entry, true));
    const length = inside ? entries.length : ENTRIES;
    return entries.length === 0 ? [] : Array.from({ length }, (_, index) => entries[index % entries.length]);
  }
  if (typeof value !== "object" || value === null) return value;
  // What a state is stays: only what it holds grows.
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]) => [name, name === "status" ? entry : grown(entry, inside)]),
  );
}

/** Within lists only somewhat: a list of thousands has thousands of them. */
function longer(text: string, inside: boolean): string {
  if (inside || text === "") return text.repeat(20);
  const lines = text.split("\n").length;
  return lines > 1 ? `${text}\n`.repeat(Math.ceil(LINES / lines)) : text.repeat(Math.ceil(CHARACTERS / text.length));
}

/** What a model or a server of another version may send: nothing has the type it should have. */
export function malformed(part: ToolPart): ToolPart {
  const { state } = part;
  const wrong = (fields: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, other(value)]));
  return {
    ...part,
    state: {
      ...state,
      input: wrong(state.input),
      ...("metadata" in state ? { metadata: wrong(state.metadata) } : {}),
      ...("output" in state ? { output: MALFORMED } : {}),
    },
  } as ToolPart;
}

/** Ends of what never began, escapes, and half a character. */
export const MALFORMED = '</task_result> {"results": [ <path> \u001b[ \u0000 \ud83c @@ -1 odd';

function other(value: unknown): unknown {
  if (typeof value === "string") return [{ odd: value.length }, null];
  if (Array.isArray(value)) return { odd: value.length };
  return typeof value === "number" ? "odd" : 7;
}
