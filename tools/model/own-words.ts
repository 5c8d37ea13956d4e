import { type Fenced, splitFences } from "../../lib/page/fence";

/** What the user wrote and what came along from web pages, told apart in the text of one message. */
export function ownWords(message: string): { text: string; items: Fenced[] } {
  const stretches = splitFences(message);
  const text = stretches
    .map((stretch) => (stretch.type === "text" ? stretch.text : "\n"))
    .join("")
    // OpenCode's own notes to the model travel in user messages as well.
    .replace(/<system-reminder>[\s\S]*?<\/system-reminder>/g, "")
    .trim();
  return { text, items: stretches.flatMap((stretch) => (stretch.type === "context" ? [stretch.item] : [])) };
}
