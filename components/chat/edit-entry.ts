import { type Mention, mentionWord, type OutboxEntry } from "../../lib/model";
import type { Draft } from "../app/drafts";
import { contentOf } from "./message/content";

type Returned = Pick<Draft, "text" | "context" | "mentions" | "shell">;

/**
 * The draft with a prompt that was not sent put back into it, before what has been written since. A line of shell is one again
 * where nothing else stands; else it and the words make a message, which runs nothing.
 */
export function withEntry(draft: Returned, entry: OutboxEntry): Returned {
  const { parts, run, messageId } = entry.prompt;
  const content = contentOf(parts);
  const isShell = run?.type === "shell" && draft.text.trim() === "";
  const own = isShell ? run.command : content.text;
  const texts = [own, draft.text].filter((text) => text.trim() !== "");
  const back = content.context.map(({ item }, index) => ({
    ...item,
    id: `${messageId}-${index}`,
    createdAt: entry.createdAt,
  }));
  const returned: Returned = { text: texts.join("\n\n"), context: [...back, ...draft.context] };
  const mentions = [...mentionsIn(entry), ...(draft.mentions ?? [])];
  if (mentions.length > 0) returned.mentions = [...new Map(mentions.map((one) => [mentionWord(one), one])).values()];
  if (isShell) returned.shell = true;
  return returned;
}

function mentionsIn({ prompt }: OutboxEntry): Mention[] {
  return prompt.parts.flatMap((part): Mention[] => {
    if (part.type === "agent") return [{ type: "agent", name: part.name }];
    if (part.type !== "file" || part.filename === undefined || !part.url.startsWith("file:")) return [];
    return [{ type: "file", path: part.filename }];
  });
}
