import type { ToolPart } from "../../../lib/model";
import { recordedCalls } from "./recorded-calls";

/** Where the recorded server worked. */
export const DIRECTORY = "/tmp/opencode-nexus-recording/tides";

export interface RecordedTool {
  tool: string;
  /** The recordings of its ends. What is missing cannot be had from the server; it is made of the running call. */
  completed: string;
  failed?: string;
  denied?: string;
  /** What the line says of the completed call. */
  line: string;
  /** What it opens to says. */
  detail: string[];
  /** Where the calls of another tool are recorded that this one is told with: the server has not this tool, or no network. */
  as?: string;
  output?: string;
}

const ENDS = { failed: "tools-failed", denied: "tools-denied" };
const TREE = `${DIRECTORY}/\n  src/\n    tides.ts\n`;

/** Every renderer by one of its tools. */
export const TOOLS: RecordedTool[] = [
  {
    tool: "bash",
    completed: "tool-kinds",
    ...ENDS,
    line: String.raw`Ran printf '10%%\r100%%\n\033[32m✓\033[0m high \033[1;31m✗ low\033[0m\n'; exit 3exit code 3`,
    detail: ["Shows progress", "100%\n✓ high ✗ low\n", "Exit code 3"],
  },
  {
    tool: "read",
    completed: "tools-completed",
    ...ENDS,
    failed: "tool-error",
    line: "Read tides.tsline 2 of 3",
    detail: ["src/tides.ts", "2   return 2.1 * Math.cos("],
  },
  {
    tool: "glob",
    completed: "tools-completed",
    ...ENDS,
    line: "Searched **/*.ts2 files",
    detail: ["src/main.ts", "src/tides.ts"],
  },
  {
    tool: "grep",
    completed: "tools-completed",
    ...ENDS,
    line: "Searched height3 matches",
    detail: ["Only in files named *.ts", "src/main.ts", '1 import { height } from "./tides";', "3 console.log("],
  },
  // Older servers have it; this one reads folders.
  {
    tool: "list",
    completed: "tools-completed",
    ...ENDS,
    as: "glob",
    output: TREE,
    line: "Listed .",
    detail: ["  src/\n    tides.ts"],
  },
  {
    tool: "edit",
    completed: "tools-completed",
    ...ENDS,
    line: "Edited README.md+1−1",
    detail: [
      "3−Predicts high and low water from a table of harmonics.",
      "3+Predicts high and low water from harmonics.",
    ],
  },
  {
    tool: "write",
    completed: "tool-edit",
    ...ENDS,
    line: "Wrote NOTES.md+3",
    detail: ["NOTES.md", "1 # Notes", "3 The moon pulls."],
  },
  {
    tool: "apply_patch",
    completed: "tool-kinds",
    ...ENDS,
    line: "Edited 2 files+2−1",
    detail: ["src/main.ts+1−1", "docs/ports.mdNew+1", "3+console.log(height(6).toFixed(2));"],
  },
  {
    tool: "webfetch",
    completed: "tools-completed",
    ...ENDS,
    line: "Fetched http://127.0.0.1:",
    detail: ["Tides", "High water at Brest: 03:12."],
  },
  // There is no network where it was recorded: an answer as the search engine writes them.
  {
    tool: "websearch",
    completed: "tools-completed",
    ...ENDS,
    as: "webfetch",
    output: "Title: Tides\nURL: https://tides.example/brest\nText: High water\n",
    line: "Searched the web for tides at Brest1 page",
    detail: ["Tidestides.example"],
  },
  {
    tool: "todowrite",
    completed: "tool-edit",
    ...ENDS,
    line: "Updated the plan0 of 1 done",
    detail: ["Write the notes"],
  },
  {
    tool: "task",
    completed: "subagent",
    ...ENDS,
    line: "Worked on List filesgeneral",
    detail: ["List the files here.", "README.md and src."],
  },
  {
    tool: "skill",
    completed: "tools-completed",
    ...ENDS,
    line: "Loaded tide-tablesskill",
    detail: [".opencode/skills/tide-tables", "Tide tables\nHigh water comes twice a day."],
  },
  {
    tool: "question",
    completed: "question-answered",
    denied: "question-rejected",
    line: "Asked 2 questions",
    detail: ["Which harbour do you mean?Brest · HamburgBrest", "Which units shall I use?Metres · FeetMetres, Feet"],
  },
  {
    tool: "harbour_tide_table",
    completed: "tool-kinds",
    ...ENDS,
    line: "Used tide_tableharbour",
    detail: ["portBrest", "days1", '"high": [\n    "03:12",'],
  },
  {
    tool: "sonar",
    completed: "tools-completed",
    failed: "tools-failed",
    line: "Used sonar",
    detail: ["placeBrest", '"depths": [\n    4.2,'],
  },
  {
    tool: "invalid",
    completed: "tool-error",
    line: "Called no_such_toolnot possible",
    detail: ["Model tried to call unavailable tool 'no_such_tool'."],
  },
];

export type State = "pending" | "running" | "completed" | "failed" | "denied";
const REJECTED = "The user rejected permission to use this specific tool call.";

/** The call of a tool in a state, from the recordings as far as they have it. */
export async function callOf({ tool, as = tool, output, ...ends }: RecordedTool, state: State): Promise<ToolPart> {
  const scenario = state === "failed" || state === "denied" ? ends[state] : ends.completed;
  const status = state === "failed" || state === "denied" ? "error" : state;
  const own = scenario && (await recordedCalls(scenario, state === "completed" || !ends.failed ? as : tool));
  const recorded = (own || []).map((parts) => parts[status]).find((part) => part !== undefined);
  if (recorded && recorded.tool === tool) return recorded;
  const input = (await recordedCalls("tools-failed", tool))[0]?.error?.state.input;
  const base = (await recordedCalls(ends.completed, as))[0]?.[status === "error" ? "running" : status];
  if (!base) throw new Error(`No ${state} call of ${as} is recorded in ${ends.completed}`);
  const told = { ...base, tool, state: { ...base.state, ...(input && status !== "pending" ? { input } : {}) } };
  if (state === "completed") return { ...told, state: { ...told.state, ...(output ? { output } : {}) } } as ToolPart;
  if (status !== "error") return told;
  const error = state === "denied" ? REJECTED : "It is out of order.";
  return { ...told, state: { ...told.state, status, error, metadata: {}, startedAt: 0, endedAt: 1 } };
}
