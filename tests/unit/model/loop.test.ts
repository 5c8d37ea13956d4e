import { expect, test } from "vitest";
import { loopWords } from "../../../components/requests/permission";
import {
  describeLoop,
  emptyServer,
  type PermissionRequest,
  reduce,
  repeatsOf,
  type Server,
  type ToolPart,
  type ToolState,
} from "../../../lib/model";
import { toolCall } from "../../support/tool-call";

const input = { command: "npm test", description: "Runs the tests" };
const request: PermissionRequest = {
  type: "permission",
  id: "per_1",
  sessionId: "ses",
  permission: "doom_loop",
  patterns: ["bash"],
  always: ["bash"],
  metadata: { tool: "bash", input },
};

function serverWith(...calls: [tool: string, status: ToolState["status"], input?: Record<string, unknown>][]): Server {
  const profile = { id: "a", name: "A", url: "http://a", hasPassword: false, headerNames: [], enabled: true };
  const server = emptyServer(profile);
  const message = { id: "msg", sessionId: "ses", role: "assistant" as const, order: "1", createdAt: 1 };
  reduce(server, { type: "message.upserted", message });
  for (const [index, [tool, status, given = input]] of calls.entries()) {
    const part: ToolPart = toolCall(tool, { status, input: given }, `prt_${index}`);
    reduce(server, { type: "part.upserted", part });
  }
  return server;
}

test("What an agent repeats is told in words, with how often it was done and how that ended", () => {
  expect(describeLoop(request)).toBe("Running npm test");
  const stuck = serverWith(["read", "completed", {}], ["bash", "error"], ["bash", "error"], ["bash", "running"]);
  expect(repeatsOf(stuck, request)).toEqual({ done: 2, failed: 2 });
  expect(loopWords(stuck, request)).toContain("exactly this twice in a row, and failed each time.");
  const waiting = serverWith(["bash", "completed"], ["bash", "error"], ["bash", "completed"], ["bash", "running"]);
  expect(loopWords(waiting, request)).toContain("exactly this 3 times in a row, and failed 1 of them.");
});

test("Other calls between do not count, and without its messages there were as many as the server asks after", () => {
  const between = serverWith(
    ["bash", "error"],
    ["bash", "error", { command: "ls" }],
    ["bash", "completed"],
    ["bash", "completed"],
  );
  expect(repeatsOf(between, request)).toEqual({ done: 2, failed: 0 });
  expect(loopWords(serverWith(), request)).toContain("exactly this twice in a row. It may be stuck");
  expect(describeLoop({ ...request, metadata: { input: 7 } })).toBe("Running");
});
