// @vitest-environment jsdom
import { expect, test } from "vitest";
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
