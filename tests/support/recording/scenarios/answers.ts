import { reasoning, text } from "../../../../tools/model/steps";
import { SCRIPTED } from "../../../../tools/opencode/config";
import type { Scenario } from "../recorder";

/** A transparent picture of one pixel. */
const DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

const MARKDOWN = `## Tides

High water comes **twice** a day; see \`src/tides.ts\`:

| time | height |
| ---- | -----: |
| 0:00 | 2.10 m |
| 6:12 | -2.10 m |

- [x] cosine
- [ ] harmonics

\`\`\`ts
const period = 12.42; // hours
\`\`\`

Ça va, 潮汐 🌊?
`;

const cold: Scenario = {
  name: "first-turn",
  about: "The first prompt in a directory, with everything the server sends while it loads.",
  cold: true,
  raw: true,
  script: () => [text("Hello from the model.")],
  play: async (stage) => {
    const session = await stage.createSession();
    await stage.prompt(session, "Say hello");
    await stage.idle(session);
  },
};

const plain: Scenario = {
  name: "text",
  about: "A plain answer of three words.",
  raw: true,
  script: () => [text("One two three.", 5)],
  play: async (stage) => {
    const session = await stage.createSession();
    await stage.prompt(session, "Count to three");
    await stage.idle(session);
  },
};

const markdown: Scenario = {
  name: "reasoning-markdown",
  about: "Reasoning, then an answer in Markdown with letters outside ASCII; then a second turn in the same session.",
  script: (request) =>
    request.prompt.includes("again")
      ? [text("As I said.", 2)]
      : [reasoning("The user wants to know.", 2), text(MARKDOWN, 2)],
  play: async (stage) => {
    const session = await stage.createSession();
    await stage.prompt(session, "Explain the tides");
    await stage.idle(session);
    await stage.prompt(session, "Say it again");
    await stage.idle(session);
  },
};

const two: Scenario = {
  name: "two-sessions",
  about: "Two sessions stream at the same time.",
  script: (request) => [
    text(request.prompt.includes("high") ? "High water, high water. ".repeat(4) : "Low water. ".repeat(8), 15),
  ],
  play: async (stage) => {
    const high = await stage.createSession();
    const low = await stage.createSession();
    await stage.prompt(high, "About high water");
    await stage.prompt(low, "About low water");
    await Promise.all([stage.idle(high), stage.idle(low)]);
  },
};

const queue: Scenario = {
  name: "queued",
  about: "A second prompt arrives while the first is being answered; the server answers both in one run.",
  script: (request) => [
    text(request.prompt.includes("second") ? "The second answer." : "The first answer, slowly said.", 40),
  ],
  play: async (stage) => {
    const session = await stage.createSession();
    await stage.prompt(session, "A first question");
    await stage.next("message.part.delta", session);
    await stage.prompt(session, "A second question");
    await stage.idle(session);
  },
};

const attachments: Scenario = {
  name: "attachments",
  about: "A prompt with a file of the workspace, a picture, and an effort; the server adds what it read of the file.",
  script: () => [text("I see.", 2)],
  play: async (stage) => {
    const session = await stage.createSession();
    const file = {
      type: "file",
      mime: "text/plain",
      filename: "README.md",
      url: `file://${stage.directory}/README.md`,
    };
    const picture = { type: "file", mime: "image/png", filename: "dot.png", url: `data:image/png;base64,${DOT}` };
    await stage.prompt(session, "", {
      parts: [{ type: "text", text: "What is this?" }, file, picture],
      variant: "high",
    });
    await stage.idle(session);
  },
};

const compaction: Scenario = {
  name: "compaction",
  about: "A conversation is summarised, then goes on; then the user runs a command himself.",
  script: (request) => [text(request.prompt.includes("more") ? "More of it." : "The beginning.", 2)],
  play: async (stage) => {
    const session = await stage.createSession();
    await stage.prompt(session, "Begin");
    await stage.idle(session);
    await stage.call("POST", `/session/${session}/summarize`, SCRIPTED);
    await stage.prompt(session, "Tell me more");
    await stage.next("session.idle", session);
    await stage.idle(session);
    await stage.call("POST", `/session/${session}/shell`, { agent: "build", command: "echo hello" });
  },
};

export const answers = [cold, plain, markdown, two, queue, attachments, compaction];
