import * as v from "valibot";
import { readRows } from "./schema";
import { defineStored } from "./stored";
import { createTurns } from "./turns";

/** The words of a prompt that was sent. */
export interface PastPrompt {
  text: string;
  /** They were a line of shell. */
  shell?: true;
}

const MOST = 100;
/** Characters. Longer ones were pasted, and are not what anyone wants to write again. */
const LONGEST = 10_000;

const Schema = v.object({ text: v.string(), shell: v.exactOptional(v.literal(true)) });
const stored = defineStored<PastPrompt[]>({
  key: "prompt-history",
  version: 1,
  migrations: {},
  read: readRows(Schema),
  empty: () => [],
  precious: false,
});

// Panels of several windows each have turns of their own: at worst one of two prompts sent at once is missing here.
const inTurn = createTurns();

const read = async (): Promise<PastPrompt[]> => (await stored.load()).value;

/** What was written last, in all sessions of all servers: one asks the same of several projects. Oldest first. */
export const promptHistory = {
  load: (): Promise<PastPrompt[]> => inTurn(read),
  /** One that is there already comes last. @throws StorageFullError */
  add: (prompt: PastPrompt): Promise<void> =>
    inTurn(async () => {
      if (prompt.text.trim() === "" || prompt.text.length > LONGEST) return;
      const others = (await read()).filter((held) => held.text !== prompt.text || held.shell !== prompt.shell);
      await stored.save([...others, prompt].slice(-MOST));
    }),
};
