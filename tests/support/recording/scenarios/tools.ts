import { text, tool } from "../../../../tools/model/steps";
import type { Scenario } from "../recorder";

const read: Scenario = {
  name: "tool-read",
  about: "The model reads a file, which needs no permission, and answers from it.",
  script: (request) =>
    request.results.length > 0
      ? [text("It predicts the tides.", 2)]
      : [text("I will look.", 2), tool("read", { filePath: "README.md" })],
  play: async (stage) => {
    const session = await stage.createSession();
    await stage.prompt(session, "What does this project do?");
    await stage.idle(session);
  },
};

const edit: Scenario = {
  name: "tool-edit",
  about: "A file is written after a permission, and a list of todos; the session then counts changed lines.",
  script: (request) => {
    const todo = (status: string) => ({ content: "Write the notes", status, priority: "high" });
    switch (request.results.length) {
      case 0:
        return [tool("todowrite", { todos: [todo("in_progress")] })];
      case 1:
        return [tool("write", { filePath: "NOTES.md", content: "# Notes\n\nThe moon pulls.\n" })];
      case 2:
        return [tool("todowrite", { todos: [todo("completed")] })];
      default:
        return [text("Written.", 2)];
    }
  },
  play: async (stage) => {
    const session = await stage.createSession();
    await stage.prompt(session, "Write notes");
    const asked = await stage.next("permission.asked", session);
    await stage.call("POST", `/permission/${asked.id}/reply`, { reply: "once" });
    await stage.idle(session);
    await stage.call("GET", `/session/${session}/todo`);
    await stage.call("GET", `/session/${session}/diff`);
  },
};

const failing: Scenario = {
  name: "tool-error",
  about: "A tool fails (no such file), another is called with nonsense; the model goes on.",
  script: (request) => {
    if (request.results.length === 0)
      return [tool("read", { filePath: "missing.txt" }), tool("no_such_tool", { a: 1 })];
    return [text("There is no such file.", 2)];
  },
  play: async (stage) => {
    const session = await stage.createSession();
    await stage.prompt(session, "Read missing.txt");
    await stage.idle(session);
  },
};

const subagent: Scenario = {
  name: "subagent",
  about: "A task runs in a child session, which asks for a permission of its own.",
  script: (request) => {
    const child = request.prompt.includes("List the files");
    if (child) {
      return request.results.length > 0
        ? [text("README.md and src.", 2)]
        : [tool("bash", { command: "ls", description: "Lists files" })];
    }
    return request.results.length > 0
      ? [text("The helper found README.md and src.", 2)]
      : [tool("task", { description: "List files", prompt: "List the files here.", subagent_type: "general" })];
  },
  play: async (stage) => {
    const session = await stage.createSession();
    await stage.prompt(session, "Let a helper look around");
    const asked = await stage.next("permission.asked");
    await stage.call("GET", "/permission");
    await stage.call("GET", "/session/status");
    await stage.call("GET", `/session/${session}/children`);
    await stage.call("POST", `/permission/${asked.id}/reply`, { reply: "once" });
    await stage.idle(session);
  },
};

export const tools = [read, edit, failing, subagent];
