import { expect, test, vi } from "vitest";
import { emptyServer, type MessageWithParts, reduce, type Session } from "../../../lib/model";
import type { OpenCodeClient } from "../../../lib/opencode/client";
import { createCardLines } from "../../../lib/sync/card-lines";

const said = (text: string, at: number): MessageWithParts => ({
  message: {
    id: "msg_1",
    sessionId: "ses_1",
    order: "msg_1",
    role: "assistant",
    createdAt: at - 1,
    completedAt: at,
    agent: "build",
    isSummary: false,
  },
  parts: [{ id: "prt_1", messageId: "msg_1", sessionId: "ses_1", order: "prt_1", type: "text", text, endedAt: at }],
});

function setUp(updatedAt: number) {
  const server = emptyServer({
    id: "s",
    name: "S",
    url: "http://s",
    hasPassword: false,
    headerNames: [],
    enabled: true,
  });
  const session: Session = { id: "ses_1", title: "One", directory: "/d", projectId: "p", createdAt: 1, updatedAt };
  server.sessions.ses_1 = session;
  // Only this route is asked for.
  const messages = vi.fn(async () => ({ messages: [said("High water at noon.", updatedAt - 1)] }));
  const fetchLine = createCardLines(
    () => server,
    (event) => reduce(server, event),
  );
  return { server, messages, line: () => fetchLine({ messages } as unknown as OpenCodeClient, "ses_1") };
}

test("a session of which the user has gone back from the last words does not tell them", async () => {
  const { server, line } = setUp(20);
  server.sessions.ses_1 = { ...server.sessions.ses_1, revertedFrom: "msg_1" } as Session;
  await line();
  expect(server.activities.ses_1).toBeUndefined();
});

test("a session that went on while nobody listened tells on its card what was said last", async () => {
  const { server, line } = setUp(100);
  server.activities.ses_1 = { kind: "user", line: "When?", at: 50, changes: { additions: 3, deletions: 1 } };
  await line();
  expect(server.activities.ses_1).toEqual({
    kind: "text",
    line: "High water at noon.",
    at: 99,
    changes: { additions: 3, deletions: 1 },
  });
});

test("a session that has not changed since is not fetched again", async () => {
  const { messages, line } = setUp(100);
  await line();
  await line();
  expect(messages).toHaveBeenCalledTimes(1);
});
