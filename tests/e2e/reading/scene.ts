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

const imported = late<LongSession>("long session");
export const long = imported.name;

/** A session with one long answer, and one of 5,000 messages. */
export const { stage, nexus, panel, open } = useScene({
  script: () => [text(BOOK)],
  async before(server) {
    await server.addSession("Book to read");
    const said = (index: number) => SAID[index + 1] ?? story(`say${index + 1}`, 1 + (index % 3), 10);
    imported.set(await importSession(server.workspace, COUNT, said));
  },
});
