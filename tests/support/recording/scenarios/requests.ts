import type { Script } from "../../../../tools/model/server";
import { text, tool } from "../../../../tools/model/steps";
import type { Scenario } from "../recorder";

const ls: Script = (request) =>
  request.results.length > 0
    ? [text("Done with that.", 2)]
    : [text("I will list the files.", 2), tool("bash", { command: "ls", description: "Lists files" })];

const ask: Script = (request) =>
  request.results.length > 0
    ? [text("Thank you.", 2)]
    : [
        tool("question", {
          questions: [
            {
              header: "Harbour",
              question: "Which harbour do you mean?",
              options: [
                { label: "Brest", description: "On the Atlantic" },
                { label: "Hamburg", description: "On the Elbe" },
              ],
            },
            {
              header: "Units",
              question: "Which units shall I use?",
              multiple: true,
              options: [
                { label: "Metres", description: "SI" },
                { label: "Feet", description: "Imperial" },
              ],
            },
          ],
        }),
      ];

/** Prompts, waits until the server asks, looks at what is pending, and replies. */
const scenario = (
  name: string,
  about: string,
  kind: "permission" | "question",
  reply: { path: string; body?: unknown },
): Scenario => ({
  name,
  about,
  script: kind === "permission" ? ls : ask,
  play: async (stage) => {
    const session = await stage.createSession();
    await stage.prompt(session, kind === "permission" ? "List the files" : "When is high water?");
    const asked = await stage.next(`${kind}.asked`, session);
    await stage.call("GET", `/${kind}`);
    await stage.call("GET", `/session/${session}/message`);
    await stage.call("POST", `/${kind}/${asked.id}/${reply.path}`, reply.body);
    await stage.idle(session);
    await stage.call("GET", `/${kind}`);
  },
});

export const requests = [
  scenario("permission-once", "A command is allowed once.", "permission", { path: "reply", body: { reply: "once" } }),
  scenario("permission-rejected", "A command is rejected, without a reason; the run ends.", "permission", {
    path: "reply",
    body: { reply: "reject" },
  }),
  scenario("permission-corrected", "A command is rejected with a reason; the model goes on.", "permission", {
    path: "reply",
    body: { reply: "reject", message: "Use the tide table instead." },
  }),
  scenario("question-answered", "Two questions are answered, the second with two choices.", "question", {
    path: "reply",
    body: { answers: [["Brest"], ["Metres", "Feet"]] },
  }),
  scenario("question-rejected", "Questions are dismissed.", "question", { path: "reject" }),
];
