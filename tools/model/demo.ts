import type { Fenced } from "../../lib/page/fence";
import { ownWords } from "./own-words";
import type { Script } from "./server";
import { reasoning, type Step, text, tool } from "./steps";

/** Milliseconds from one word to the next: as fast as one reads along. */
const PACE = 30;

/**
 * The model for those who have none yet. It says that it is a script, repeats what it was given, and shows on request
 * how permissions ("run") and questions ("question") look. The same words always get the same answer.
 */
export function demoScript(pace = PACE): Script {
  return (request) => {
    const { text: words, items } = ownWords(request.prompt);
    const result = request.results.at(-1);
    if (/\brun\b/i.test(words)) return result === undefined ? runs(pace) : [text(afterRun(result), pace)];
    if (/\bquestion\b/i.test(words)) return result === undefined ? asks(pace) : [text(afterQuestion(result), pace)];
    return [
      reasoning("I am a script, so there is little to think about. I look at what came in.", pace),
      text(answer(words, items), pace),
    ];
  };
}

const runs = (pace: number): Step[] => [
  text("I would like to run one harmless command. It waits until you allow it.\n", pace),
  tool("bash", { command: "ls", description: "Lists the files of this folder" }),
];

const asks = (pace: number): Step[] => [
  text("Gladly. Here is one for you.\n", pace),
  tool("question", {
    questions: [
      {
        header: "Next step",
        question: "What would you like to see next?",
        options: [
          { label: "A permission", description: "How an agent asks before it runs a command" },
          { label: "A selection", description: "How text from a web page gets into a prompt" },
        ],
      },
    ],
  }),
];

function afterRun(result: string): string {
  if (/rejected permission/.test(result)) return "Understood: nothing was run. You decide what an agent may do.";
  const listed = result.trim().split("\n").slice(0, 12).join("\n");
  return `## It ran

The command printed:

\`\`\`
${listed}
\`\`\`

A real agent works the same way: it **asks**, you **decide**, and it goes on from what it saw.
`;
}

function afterQuestion(result: string): string {
  const chosen = /="([^"]*)"/.exec(result)?.[1] ?? "nothing";
  return `You chose **${plain(chosen)}**.

1. For a permission, write a message with the word \`run\`.
2. For a selection, mark text on any page and choose *Ask OpenCode about selection* from its context menu.
`;
}

function answer(words: string, items: Fenced[]): string {
  return `## A scripted demo

No real model is answering: this is a **script** that comes with the extension, so that you can look around. The
OpenCode server behind it is real.

${words ? `You wrote:\n\n> ${quote(words, 24)}\n` : "You wrote nothing yourself.\n"}
${items.map(received).join("\n")}
### What you can try

- Write a message with the word \`run\`: an agent asks for a **permission**.
- Write one with the word \`question\`: an agent asks **you**.
- Mark text on a page and ask about it from the context menu.

| Here | Real or scripted |
| --- | --- |
| Server, sessions, tools | real |
| The words of this answer | scripted |

### A real model

\`\`\`sh
opencode auth login   # choose a provider
opencode serve        # then connect again
\`\`\`
`;
}

function received(item: Fenced): string {
  const page = item.url ? `[${plain(item.title) || "a page"}](<${item.url}>)` : plain(item.title) || "a page";
  if (item.kind !== "selection") return `With it came a ${item.kind}: ${page}.\n`;
  const count = item.text.split(/\s+/).filter(Boolean).length;
  return `With it came ${count} ${count === 1 ? "word" : "words"} selected on ${page}:\n\n> ${quote(item.text, 24)}\n`;
}

/** The first words, on one line. */
function quote(value: string, limit: number): string {
  const words = plain(value).split(/\s+/).filter(Boolean);
  return words.slice(0, limit).join(" ") + (words.length > limit ? " …" : "");
}

/** Without the characters that mean something in Markdown. */
function plain(value: string): string {
  return value.replace(/[\\`*_[\]<>#|~]/g, "");
}
