import { elapsed } from "./elapsed";

/** An answer without what the server has put around it for the model. */
export interface Unwrapped {
  text: string;
  /** What that said, in words for people. */
  notes: string[];
  /** Absolute path on the server of the whole answer, where only some of it was handed over. */
  savedAt?: string;
}

/** The forms are read in 1.18.33; a text that only looks like one of them stays as it is where the metadata knows of none. */
const CUT_COMMAND = /^\.\.\.output truncated\.\.\.\n\nFull output saved to: (.+)\n\n/;
const ABOUT_COMMAND = /\n\n<shell_metadata>\n([\s\S]*?)\n<\/shell_metadata>\s*$/;
const CUT_ANSWER =
  /\n\n\.\.\.(\d+ \w+) truncated\.\.\.\n\nThe tool call succeeded but the output was truncated\. Full output saved to: (.+)\n.*$/;
const NOTHING = "(no output)";
const TIMED_OUT = /\bafter exceeding timeout (\d+) ms\b/;
const ABORTED = "User aborted the command";

/** Whether the server ended a command because it took too long. */
export const hasTimedOut = (output: string): boolean => TIMED_OUT.test(ABOUT_COMMAND.exec(output)?.[1] ?? "");

function inWords(note: string): string {
  const [, ms] = TIMED_OUT.exec(note) ?? [];
  if (ms !== undefined) return `Stopped after ${elapsed(Number(ms)) || `${ms} ms`}, its time limit`;
  return note === ABORTED ? "Interrupted before its end" : note;
}

/** What a command has put out. */
export function unwrappedCommand(output: string, metadata: Record<string, unknown>): Unwrapped {
  const about = ABOUT_COMMAND.exec(output);
  const notes = about?.[1]?.split("\n").filter((note) => note !== "") ?? [];
  let text = about ? output.slice(0, about.index) : output;
  const [header = "", savedAt] = CUT_COMMAND.exec(text) ?? [];
  const isCut = savedAt !== undefined && savedAt === metadata.outputPath;
  if (isCut) text = text.slice(header.length);
  return {
    text: text === NOTHING ? "" : text,
    notes: [...(isCut ? ["Its beginning was left out"] : []), ...notes.map(inWords)],
    ...(isCut ? { savedAt } : {}),
  };
}

/** What any other tool has answered. */
export function unwrappedAnswer(output: string, metadata: Record<string, unknown>): Unwrapped {
  const cut = metadata.truncated === true ? CUT_ANSWER.exec(output) : null;
  const [, amount, savedAt] = cut ?? [];
  if (!cut || savedAt === undefined || savedAt !== metadata.outputPath) return { text: output, notes: [] };
  return { text: output.slice(0, cut.index), notes: [`Its end was left out: ${amount}`], savedAt };
}
