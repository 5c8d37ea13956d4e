import { text } from "../../../tools/model/steps";
import { importSession, type LongSession, type Piece } from "../../support/long-session";
import { late } from "../late";
import { useScene } from "../scene";
import { story } from "../story";

export const BOOK = story("book", 30);
export const COUNT = 5_000;

/** What is looked for, and where it stands: far back, in the middle, and near the end, folded in two of them. */
export const RARE = "narwhal";
const SAID: Record<number, Piece | Piece[]> = {
  18: `It was a **${RARE}**, and a \`${RARE}\` it stays.`,
  3000: [
    "Looking.",
    { tool: "bash", input: { command: "cat seen.txt" }, output: `${"line\n".repeat(60)}One ${RARE}.` },
  ],
  4990: [{ reasoning: `Was that a ${RARE}?` }, "No idea."],
};

/** An answer of 5 MB after a prompt of one. */
export const PARAGRAPHS = 33_000;
export const ANSWER = story("five", PARAGRAPHS);
export const LINES = 70_000;
const PROMPT = Array.from({ length: LINES }, (_, line) => `line ${line + 1} of it`).join("\n");

/** 60 blocks of code, each about as high as the panel. */
const CODE = Array.from({ length: 60 }, (_, block) => {
  const lines = Array.from({ length: 25 }, (_, line) => `const value${line} = "${block}"; // ${line}`);
  return `\`\`\`ts\n${lines.join("\n")}\n\`\`\``;
}).join("\n\nAnd:\n\n");

const importedText = late<LongSession>("session with a long text");
export const longText = importedText.name;

const imported = late<LongSession>("long session");
export const long = imported.name;

/** A session with one long answer, and one of 5,000 messages. */
export const { stage, nexus, panel, open } = useScene({
  script: () => [text(BOOK)],
  async before(server) {
    await server.addSession("Book to read");
    const said = (index: number) => SAID[index + 1] ?? story(`say${index + 1}`, 1 + (index % 3), 10);
    imported.set(await importSession(server.workspace, COUNT, said));
    importedText.set(await importSession(server.workspace, 2, (index) => (index === 0 ? PROMPT : ANSWER), "Long text"));
    await importSession(server.workspace, 2, (index) => (index === 0 ? "Show me" : CODE), "Much code");
  },
});
