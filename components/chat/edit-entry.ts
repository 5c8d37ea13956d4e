import type { OutboxEntry } from "../../lib/model";
import type { Draft } from "../app/drafts";
import { contentOf } from "./message/content";

/** The draft with a prompt that was not sent put back into it, before what has been written since. */
export function withEntry(draft: Pick<Draft, "text" | "context">, entry: OutboxEntry): Pick<Draft, "text" | "context"> {
  const content = contentOf(entry.prompt.parts);
  const texts = [content.text, draft.text].filter((text) => text.trim() !== "");
  const back = content.context.map(({ item }, index) => ({
    ...item,
    id: `${entry.prompt.messageId}-${index}`,
    createdAt: entry.createdAt,
  }));
  return { text: texts.join("\n\n"), context: [...back, ...draft.context] };
}
