// @vitest-environment jsdom
import { expect, test } from "vitest";
import { rendererOf } from "../../../components/tools/registry";
import { toolCall } from "../../support/tool-call";
import { detailsOf, named } from "./details";

const bash = (state: Parameters<typeof toolCall>[1]) => toolCall("bash", state);
const many = Array.from({ length: 5000 }, (_, index) => `line ${index}`);

test("A command that is still being written shows what there is of it", () => {
  const host = detailsOf(bash({ status: "pending", input: { command: "mak" } }));
  expect(named(host, "Command")).toBe("mak");
  expect(host.textContent).not.toContain("No output");
});

test("A running command shows the end of what it has put out so far", () => {
  const output = many.slice(0, 40).join("\n");
  const host = detailsOf(bash({ status: "running", input: { command: "make" }, metadata: { output } }));
  expect(named(host, "Command")).toBe("make");
  expect(named(host, "Output")).toBe(`${many.slice(28, 40).join("\n")}\n`);
  expect(detailsOf(bash({ status: "running", input: { command: "make" } })).textContent).toContain("No output yet");
});

test("A completed command shows its exit code and its output in colours, the escapes gone", () => {
  const output = "\u001b[31mFAIL\u001b[0m 1 test\n";
  const host = detailsOf(bash({ status: "completed", output, metadata: { output, exit: 1 } }));
  expect(host.textContent).toContain("Exit code 1");
  expect(named(host, "Output")).toBe("FAIL 1 test\n");
  expect([...host.querySelectorAll("pre span")].map((run) => run.textContent)).toEqual(["FAIL"]);
});

test("A failed command shows its error, and what it had put out", () => {
  const host = detailsOf(bash({ status: "error", error: "Aborted", metadata: { output: "half\u001b[1m" } }));
  expect([named(host, "Output"), named(host, "Error")]).toEqual(["half\n", "Aborted"]);
  expect(named(detailsOf(bash({ status: "error", error: "Aborted" })), "Output")).toBeUndefined();
});

test("A huge output is folded to its end, and whole when somebody is led to it", () => {
  const part = bash({ status: "completed", output: many.join("\n") });
  const host = detailsOf(part);
  expect(named(host, "Output")?.split("\n")).toHaveLength(13);
  expect(host.querySelector("[aria-expanded=false]")?.textContent).toBe("Show all (5,000 lines)");
  expect(named(detailsOf(part, { revealed: true }), "Output")).toBe(`${many.join("\n")}\n`);
});

test("A command that is none does not break", () => {
  const host = detailsOf(bash({ status: "completed", input: { command: 7 }, metadata: { output: [], exit: "?" } }));
  expect(host.textContent).toContain("No output");
});

const about = (...notes: string[]) => `\n\n<shell_metadata>\n${notes.join("\n")}\n</shell_metadata>`;
const LATE =
  "shell tool terminated command after exceeding timeout 120000 ms. If this command is expected to take longer and is not waiting for interactive input, retry with a larger timeout value in milliseconds.";

test("What the server tells the model about a command is told as a note beside its output", () => {
  const late = bash({ status: "completed", output: `half${about(LATE)}`, metadata: { exit: null } });
  const host = detailsOf(late);
  expect(named(host, "Output")).toBe("half\n");
  expect(host.textContent).toContain("Stopped after 2 min, its time limit");
  expect(rendererOf("bash").summary(late, { phase: "completed", directory: "/", mcpServers: () => [] }).note).toBe(
    "timed out",
  );
  const aborted = detailsOf(bash({ status: "completed", output: `(no output)${about("User aborted the command")}` }));
  expect(aborted.textContent).toBe("No outputInterrupted before its end");
});

test("An output of which the beginning was left out says so, and where all of it is", () => {
  const outputPath = "/home/me/.local/share/opencode/tool-output/tool_1";
  const output = `...output truncated...\n\nFull output saved to: ${outputPath}\n\nline 5000`;
  const host = detailsOf(bash({ status: "completed", output, metadata: { truncated: true, outputPath, exit: 0 } }));
  expect(named(host, "Output")).toBe("line 5000\n");
  expect(host.textContent).toContain("Its beginning was left out");
  expect(host.textContent).toContain(`All of it on the server: ${outputPath}`);
});

test("An output that only looks as if the server had cut it stays as it is", () => {
  const output = "...output truncated...\n\nFull output saved to: /etc/passwd\n\nline";
  const host = detailsOf(bash({ status: "completed", output, metadata: { truncated: false } }));
  expect(named(host, "Output")).toBe(`${output}\n`);
  expect(host.textContent).not.toContain("All of it");
});

test("An answer of another tool that was cut says how much is missing", () => {
  const outputPath = "/home/me/.local/share/opencode/tool-output/tool_2";
  const hint = `The tool call succeeded but the output was truncated. Full output saved to: ${outputPath}\nUse Grep to search the full content or Read with offset/limit to view specific sections.`;
  const output = `first\n\n...40 lines truncated...\n\n${hint}`;
  const host = detailsOf(
    toolCall("harbour_tides", { status: "completed", output, metadata: { truncated: true, outputPath } }),
  );
  expect(named(host, "Output")).toBe("first");
  expect(host.textContent).toContain("Its end was left out: 40 lines");
  expect(host.textContent).toContain(outputPath);
});
