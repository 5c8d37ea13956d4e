import * as v from "valibot";
import type { Attachment, Mention } from "../model";
import { type ContextItem, ContextItemSchema } from "../page/context";
import { AttachmentSchema, MentionSchema, readRows } from "./schema";
import { defineStored } from "./stored";
import { createTurns } from "./turns";

/** A prompt that was sent: its words, and what went along as long as there is room for it here. */
export interface PastPrompt {
  text: string;
  /** They were a line of shell. */
  shell?: true;
  context?: ContextItem[];
  mentions?: Mention[];
  /** Their bytes are stored apart, and may be gone. */
  attachments?: Attachment[];
}

const MOST = 100;
/** Characters. Longer ones were pasted, and are not what anyone wants to write again. */
const LONGEST = 10_000;

/** Characters of all context together, counted from the newest prompt. */
const MOST_CONTEXT = 400_000;
/** Bytes of all files together, counted in the same way: they stay stored as long as they are named here. */
const MOST_BYTES = 50_000_000;

const Schema = v.object({
  text: v.string(),
  shell: v.exactOptional(v.literal(true)),
  context: v.exactOptional(v.array(ContextItemSchema)),
  mentions: v.exactOptional(v.array(MentionSchema)),
  attachments: v.exactOptional(v.array(AttachmentSchema)),
}) satisfies v.GenericSchema<unknown, PastPrompt>;
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
      const isNothing = prompt.text.trim() === "" && !prompt.context && !prompt.attachments;
      if (isNothing || prompt.text.length > LONGEST) return;
      const others = (await read()).filter((held) => held.text !== prompt.text || held.shell !== prompt.shell);
      await stored.save(withinRoom([...others, prompt].slice(-MOST)));
    }),
};

/** The same prompts; what went along with the oldest ones goes when there is too much of it. */
function withinRoom(prompts: PastPrompt[]): PastPrompt[] {
  const hasContextRoom = roomOf(MOST_CONTEXT);
  const hasFileRoom = roomOf(MOST_BYTES);
  return prompts
    .toReversed()
    .map(({ context, attachments, ...words }) => ({
      ...words,
      ...(context && hasContextRoom(sum(context, lengthOf)) ? { context } : {}),
      ...(attachments && hasFileRoom(sum(attachments, ({ size }) => size)) ? { attachments } : {}),
    }))
    .toReversed();
}

function roomOf(most: number): (size: number) => boolean {
  let taken = 0;
  return (size) => {
    const fits = taken + size <= most;
    if (fits) taken += size;
    return fits;
  };
}

const lengthOf = ({ text, title, url }: ContextItem): number => text.length + title.length + url.length;
const sum = <T>(items: readonly T[], size: (item: T) => number): number =>
  items.reduce((all, item) => all + size(item), 0);
