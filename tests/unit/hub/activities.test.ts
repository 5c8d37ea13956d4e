import { expect, test } from "vitest";
import { createActivities } from "../../../lib/hub/activities";
import { createStore } from "../../../lib/hub/store";
import type { Message, ServerEvent, ToolPart } from "../../../lib/model";
import type { Surroundings } from "../../../lib/sync/surroundings";

const message = (id: string, role: Message["role"], createdAt: number): ServerEvent => ({
  type: "message.upserted",
  message: { id, sessionId: "ses_1", order: id, role, createdAt },
});
const part = (messageId: string, text: string): ServerEvent => ({
  type: "part.upserted",
  part: { id: `prt_${messageId}`, messageId, sessionId: "ses_1", order: "1", type: "text", text },
});

function setUp() {
  const store = createStore();
  const timers: (() => void)[] = [];
  const timer: Surroundings["timer"] = (_, run) => {
    timers.push(run);
    return () => undefined;
  };
  createActivities(store, { timer } as Surroundings);
  store.dispatch({
    type: "server.added",
    profile: { id: "s", name: "S", url: "http://s", hasPassword: false, headerNames: [], enabled: true },
  });
  const session = { id: "ses_1", title: "", directory: "/d", projectId: "p", createdAt: 1, updatedAt: 10 };
  function tell(...events: ServerEvent[]): void {
    for (const event of events) store.dispatch({ type: "server", server: "s", event });
    for (const run of timers.splice(0)) run();
  }
  tell({ type: "session.upserted", session });
  return { tell, session, activity: () => store.state.servers.s?.activities.ses_1 };
}

test("an error without a message stays, whatever was said before it", () => {
  const { tell, activity } = setUp();
  tell(message("msg_1", "user", 9), part("msg_1", "Use another model"), {
    type: "session.error",
    sessionId: "ses_1",
    name: "UnknownError",
    message: "Model not found",
  });
  expect(activity()).toEqual({ kind: "error", line: "Model not found", at: 10 });
});

test("what is said after an error takes its place", () => {
  const { tell, activity } = setUp();
  tell({ type: "session.error", sessionId: "ses_1", name: "UnknownError", message: "Model not found" });
  tell(message("msg_2", "user", 20), part("msg_2", "Use the first one"));
  expect(activity()).toEqual({ kind: "user", line: "Use the first one", at: 20 });
});

test("what the user has gone back from is not told, though it failed, and is again when that is taken back", () => {
  const { tell, activity, session } = setUp();
  const page = ["msg_1", "msg_2", "msg_3"].map((id, at) => ({
    message: { id, sessionId: "ses_1", order: id, role: "user" as const, createdAt: 10 + at },
    parts: [
      {
        id: `prt_${id}`,
        messageId: id,
        sessionId: "ses_1",
        order: "1",
        type: "text" as const,
        text: `Words ${at + 1}`,
      },
    ],
  }));
  tell({ type: "transcript.page", sessionId: "ses_1", page: "newest", messages: page });
  tell({ type: "session.error", sessionId: "ses_1", name: "UnknownError", message: "Model not found" });
  const goBack = (revertedFrom: string) => tell({ type: "session.upserted", session: { ...session, revertedFrom } });
  goBack("msg_2");
  expect(activity()).toMatchObject({ kind: "user", line: "Words 1" });
  goBack("msg_1");
  expect(activity()).toMatchObject({ kind: "text", line: "" });
  goBack("msg_unknown");
  expect(activity()?.line).toBe("");
  tell({ type: "session.upserted", session });
  expect(activity()).toMatchObject({ kind: "user", line: "Words 3" });
});

test("a line is told without Markdown's marks, and with the names of code as they are", () => {
  const { tell, activity } = setUp();
  tell(message("msg_1", "user", 20), part("msg_1", "- Rename **`get_user_id`** in _my_file.py_, __now__"));
  expect(activity()?.line).toBe("Rename get_user_id in my_file.py, now");
});

test("a tool that has not ended is told to be open, until it has", () => {
  const { tell, activity } = setUp();
  const about = { input: { command: "make" }, metadata: {}, startedAt: 1 };
  const ended = { output: "", title: "", attachments: [], endedAt: 2 };
  const call = (state: ToolPart["state"]): ServerEvent => ({
    type: "part.upserted",
    part: {
      id: "prt_t",
      messageId: "msg_1",
      sessionId: "ses_1",
      order: "1",
      type: "tool",
      tool: "bash",
      callId: "call_1",
      state,
    },
  });
  tell(message("msg_1", "assistant", 20), call({ status: "running", ...about }));
  expect(activity()).toMatchObject({ line: "Running make", isOpen: true });
  tell(call({ status: "completed", ...about, ...ended }));
  expect(activity()).toEqual({ kind: "tool", line: "Ran make", at: 20 });
});
