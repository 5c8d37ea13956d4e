import {
  type Attachment,
  type Mention,
  mentionOfFile,
  mentionWord,
  type OutboxEntry,
  type Part,
  type PromptPart,
} from "../../lib/model";
import type { Draft } from "../app/drafts";
import { contentOf } from "./message/content";

type Returned = Pick<Draft, "text" | "context" | "mentions" | "attachments" | "shell">;

/** What the user wrote once, as it stands in a message. */
export interface Written {
  messageId: string;
  parts: readonly (Part | PromptPart)[];
  /** Milliseconds since the epoch. */
  createdAt: number;
  /** What `returnFiles` made of the files among the parts; absent: nothing. */
  attachments?: Attachment[];
}

/** The draft with something that was written before put back into it, before what has been written since. */
export function withWritten(draft: Returned, written: Written): Returned {
  return withWords(draft, written, contentOf(written.parts).text);
}

/**
 * The same with a prompt that was not sent. A line of shell is one again where nothing else stands; else it and the words
 * make a message, which runs nothing.
 */
export function withEntry(
  draft: Returned,
  { prompt, createdAt }: OutboxEntry,
  attachments: Attachment[] = [],
): Returned {
  const written = { messageId: prompt.messageId, parts: prompt.parts, createdAt, attachments };
  if (prompt.run?.type !== "shell" || draft.text.trim() !== "") return withWritten(draft, written);
  return { ...withWords(draft, written, prompt.run.command), shell: true };
}

function withWords(
  draft: Returned,
  { messageId, parts, createdAt, attachments = [] }: Written,
  text: string,
): Returned {
  const context = contentOf(parts).context.map(({ item }, index) => ({
    ...item,
    id: `${messageId}-${index}`,
    createdAt,
  }));
  return joined({ text, context, mentions: mentionsIn(parts), attachments }, draft);
}

/** Two drafts as one, what was written earlier first. */
export function joined(first: Returned, second: Returned): Returned {
  const texts = [first.text, second.text].filter((text) => text.trim() !== "");
  const both: Returned = { text: texts.join("\n\n"), context: [...first.context, ...second.context] };
  const mentions = [...(first.mentions ?? []), ...(second.mentions ?? [])];
  if (mentions.length > 0) both.mentions = [...new Map(mentions.map((one) => [mentionWord(one), one])).values()];
  const files = [...(first.attachments ?? []), ...(second.attachments ?? [])];
  if (files.length > 0) both.attachments = files;
  return both;
}

function mentionsIn(parts: Written["parts"]): Mention[] {
  return parts.flatMap((part): Mention[] => {
    if (part.type === "agent") return [{ type: "agent", name: part.name }];
    const mention = part.type === "file" ? mentionOfFile(part) : undefined;
    return mention ? [mention] : [];
  });
}
