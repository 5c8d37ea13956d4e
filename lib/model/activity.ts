import type { MessageId } from "./ids";
import type { ToolPart } from "./part";
import type { Activity } from "./session";
import type { Transcript } from "./transcript";

const LINE_LENGTH = 160;
/** Only the end of a text is looked at, so that the cost does not grow with the answer. */
const TAIL_LENGTH = 600;

export const STOPPED = { kind: "text", line: "Stopped" } as const;

/**
 * The last thing a transcript tells, for the session's card; `undefined` when it tells nothing.
 *
 * @param revertedFrom what is said from this message on is hidden; where it is not held, all is taken to be
 */
export function lastActivity(transcript: Transcript, revertedFrom?: MessageId): Activity | undefined {
  const { messageIds } = transcript;
  const activity = lastWords(transcript, revertedFrom ? messageIds.indexOf(revertedFrom) : messageIds.length);
  const changes = changedLines(transcript);
  return activity && changes ? { ...activity, changes } : activity;
}

function changedLines(transcript: Transcript): Activity["changes"] {
  let sum: Activity["changes"];
  for (const { changes } of Object.values(transcript.messages)) {
    if (!changes) continue;
    const { additions, deletions } = sum ?? { additions: 0, deletions: 0 };
    sum = { additions: additions + changes.additions, deletions: deletions + changes.deletions };
  }
  return sum;
}

function lastWords(transcript: Transcript, end: number): Activity | undefined {
  for (let at = end - 1; at >= 0; at--) {
    const message = transcript.messages[transcript.messageIds[at] ?? ""];
    if (!message) continue;
    const when = message.completedAt ?? message.createdAt;
    if (message.error) {
      if (message.error.name === "MessageAbortedError") return { ...STOPPED, at: when };
      return { kind: "error", line: firstLine(message.error.message), at: when };
    }
    const ids = transcript.partIds[message.id] ?? [];
    for (let index = ids.length - 1; index >= 0; index--) {
      const part = transcript.parts[ids[index] ?? ""];
      if (part?.type === "tool") {
        const activity: Activity = { kind: "tool", line: describeTool(part), at: when };
        return hasEnded(part.state) ? activity : { ...activity, isOpen: true };
      }
      if (part?.type !== "text" && part?.type !== "reasoning") continue;
      if (part.type === "text" && part.synthetic) continue;
      const line = lastLine(part.text);
      if (line) return { kind: message.role === "user" ? "user" : part.type, line, at: when };
    }
  }
  return undefined;
}

function firstLine(text: string): string {
  return (text.slice(0, TAIL_LENGTH).split("\n", 1)[0] ?? "").slice(0, LINE_LENGTH);
}

/** The last line with words, without Markdown's marks. */
function lastLine(text: string): string {
  const lines = text.slice(-TAIL_LENGTH).split("\n");
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = plain(lines[at] ?? "");
    if (/[\p{L}\p{N}]/u.test(line)) return line.slice(0, LINE_LENGTH);
  }
  return "";
}

function plain(line: string): string {
  return (
    line
      .replace(/^\s*(?:[-*+>]|#{1,6}|\d+[.)])\s+/, "")
      .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
      // Within a name a "_" is no mark.
      .replace(/[*`~|]+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, "")
      .trim()
  );
}

/** Words for the tools that come with OpenCode: while it runs, and when it is done. */
const VERBS: Record<string, readonly [doing: string, done: string, subject: string]> = {
  bash: ["Running", "Ran", "command"],
  read: ["Reading", "Read", "filePath"],
  edit: ["Editing", "Edited", "filePath"],
  write: ["Writing", "Wrote", "filePath"],
  list: ["Listing", "Listed", "path"],
  glob: ["Looking for", "Looked for", "pattern"],
  grep: ["Searching for", "Searched for", "pattern"],
  webfetch: ["Fetching", "Fetched", "url"],
  websearch: ["Searching the web for", "Searched the web for", "query"],
  task: ["Handing over:", "Handed over:", "description"],
  skill: ["Using skill", "Used skill", "name"],
  todowrite: ["Updating the plan", "Updated the plan", ""],
};

function hasEnded({ status }: Pick<ToolPart["state"], "status">): boolean {
  return status === "completed" || status === "error";
}

/** A tool call in one line. */
export function describeTool(
  part: Pick<ToolPart, "tool"> & { state: Pick<ToolPart["state"], "status" | "input"> },
): string {
  const { state } = part;
  const isDone = hasEnded(state);
  const verb = VERBS[part.tool];
  if (!verb) return `${isDone ? "Used" : "Using"} ${part.tool}`;
  const subject = state.input[verb[2]];
  const words = typeof subject === "string" ? firstLine(subject) : "";
  const short = verb[2] === "filePath" ? words.split(/[\\/]/).slice(-2).join("/") : words;
  return `${isDone ? verb[1] : verb[0]} ${short}`.trim().slice(0, LINE_LENGTH);
}
