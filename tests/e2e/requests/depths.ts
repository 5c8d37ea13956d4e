import { beforeEach, describe, expect, test } from "vitest";
import type { Script } from "../../../tools/model/server";
import { text, tool } from "../../../tools/model/steps";
import { atHome } from "../scene";
import { nexus, panel, stage } from "./scene";

beforeEach(() => atHome(panel));

const DEPTH = 3;
const ASKED = {
  permission: tool("bash", { command: "date -u", description: "Looks at the clock" }),
  question: tool("question", {
    questions: [{ header: "Clock", question: "Whose time?", options: ["Ours", "Theirs"].map(option) }],
  }),
};
function option(label: string) {
  return { label, description: "" };
}

/** Sends subagents out, one below the other; the last one asks. */
const sends =
  (kind: keyof typeof ASKED): Script =>
  ({ prompt, results }) => {
    if (results.length > 0) return [text(`It says: ${results.at(-1)}`)];
    const depth = Number(/^Level (\d)/.exec(prompt)?.[1] ?? 0);
    if (depth === DEPTH) return [ASKED[kind]];
    const task = { description: `Level ${depth + 1}`, prompt: `Level ${depth + 1}.`, subagent_type: "general" };
    return [tool("task", task)];
  };

const isIdle = async (id: string) => {
  await stage.finalTexts(id);
  await panel.stop.waitFor({ state: "detached" });
  expect([await stage.get("/permission"), await stage.get("/question")]).toEqual([[], []]);
};

const keyboard = () => panel.page.keyboard;
const ANSWERS = {
  permission: {
    clicks: async () => {
      const request = panel.request("Permission: bash");
      // What its call was given is known here, though its messages are not.
      await request.getByText("Looks at the clock", { exact: true }).waitFor();
      await request.getByRole("button", { name: "Allow once" }).click();
    },
    keys: async () => {
      await panel.request("Permission: bash").waitFor();
      await panel.takesAnswers();
      await keyboard().press("ControlOrMeta+Enter");
    },
    told: "UTC",
  },
  question: {
    clicks: async () => {
      const request = panel.request("Question: Clock");
      await request.getByRole("radio", { name: "Theirs" }).check();
      expect(await nexus.violations(panel)).toEqual([]);
      await request.getByRole("button", { name: "Answer", exact: true }).click();
    },
    keys: async () => {
      const request = panel.request("Question: Clock");
      await request.and(panel.page.locator(":focus")).waitFor();
      await panel.takesAnswers();
      await keyboard().press("2");
      await keyboard().press("Alt+Enter");
    },
    told: '"Whose time?"="Theirs"',
  },
};

describe.each(["permission", "question"] as const)("a %s of the last of three subagents in a row", (kind) => {
  test.each(["clicks", "keys"] as const)("is answered in the chat of the first session by %s", async (way) => {
    stage.model.setScript(sends(kind));
    const before = stage.model.requests.length;
    await panel.ask(`A ${kind} by ${way}`);
    const id = await panel.sessionId();
    await panel.page.getByText("From the subagent").waitFor();
    await ANSWERS[kind][way]();
    await isIdle(id);
    const made = stage.model.requests.slice(before);
    const asked = made.find(({ prompt, results }) => prompt.startsWith(`Level ${DEPTH}`) && results[0]);
    expect(asked?.results[0]).toContain(ANSWERS[kind].told);
  });
});

test("a question of a subagent is dismissed by its key", async () => {
  stage.model.setScript(sends("question"));
  await panel.ask("A question that is dismissed");
  const id = await panel.sessionId();
  await panel.request("Question: Clock").waitFor();
  await panel.takesAnswers();
  await keyboard().press("Alt+Shift+Backspace");
  await panel.request("Question: Clock").waitFor({ state: "detached" });
  await isIdle(id);
});
