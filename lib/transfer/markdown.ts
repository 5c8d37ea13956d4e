import { wordsOf } from "../find/pieces";
import type { Message, MessageWithParts, ModelRef, Part, Session } from "../model";
import { splitFences } from "../page/fence";
import { details, fenced, plainLine, quoted } from "./blocks";
import { toolMarkdown } from "./tool-markdown";

/**
 * A session as Markdown that people read: a heading a message, calls of tools folded away. What is reverted is left out.
 * A piece a message, so that a long session can be written piece by piece.
 */
export function* markdownOf(session: Session, messages: readonly MessageWithParts[]): Generator<string> {
  yield head(session);
  const end = messages.findIndex(({ message }) => message.id === session.revertedFrom);
  const shown = end === -1 ? messages : messages.slice(0, end);
  let before: Message | undefined;
  for (const { message, parts } of shown) {
    const blocks = blocksOf(message, parts).filter((block) => block !== "");
    if (blocks.length === 0) continue;
    // The steps of an answer are messages of their own.
    const goesOn = message.role === "assistant" && before?.role === "assistant" && before.agent === message.agent;
    yield [...(goesOn ? [] : [`## ${headingOf(message)}`]), ...blocks].map((block) => `${block}\n\n`).join("");
    before = message;
  }
}

/** Local time, to the minute, in the order of the calendar: "2026-03-01 09:12". */
function timeOf(at: number): string {
  const local = new Date(at - new Date(at).getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16).replace("T", " ");
}

function head(session: Session): string {
  const { cost, tokens } = session;
  const read = tokens ? tokens.input + tokens.cacheRead + tokens.cacheWrite : 0;
  const facts = [
    `Folder: ${plainLine(session.directory)}`,
    `Begun: ${timeOf(session.createdAt)}`,
    `Last changed: ${timeOf(session.updatedAt)}`,
    ...(tokens && read + tokens.output > 0
      ? [`Tokens: ${read} read, ${tokens.output + tokens.reasoning} written`]
      : []),
    ...(cost ? [`Cost: $${cost.toFixed(4)}`] : []),
    `OpenCode session: ${plainLine(session.id)}`,
  ];
  return `# ${plainLine(session.title) || "Untitled session"}\n\n${facts.map((fact) => `- ${fact}\n`).join("")}\n`;
}

function headingOf(message: Message): string {
  const who = message.role === "user" ? "You" : message.role === "assistant" ? "Assistant" : message.kind || "Other";
  const about = message.role === "assistant" ? [message.agent, modelOf(message.model)] : [];
  const words = [who, ...about, timeOf(message.createdAt)].filter((word) => word !== undefined && word !== "");
  return plainLine(words.join(" · "));
}

function modelOf(model: ModelRef | undefined): string | undefined {
  if (!model) return undefined;
  return `${model.providerId}/${model.modelId}${model.variant ? ` ${model.variant}` : ""}`;
}

function blocksOf(message: Message, parts: readonly Part[]): string[] {
  const own = message.role === "assistant" ? [] : [...contextOf(parts), wordsOf(parts)];
  const { error } = message;
  return [...own, ...parts.map((part) => blockOf(message, part)), error ? quoted(`Error: ${error.message}`) : ""];
}

/** What came along from web pages, as it was sent. */
function contextOf(parts: readonly Part[]): string[] {
  return parts.flatMap((part) => {
    if (part.type !== "text" || part.synthetic) return [];
    return splitFences(part.text).flatMap((stretch) => {
      if (stretch.type !== "context") return [];
      const { kind, title, url, text } = stretch.item;
      const about = [title, url].filter((word) => word !== "").map(plainLine);
      return [
        quoted([`From a web page (${kind}): ${about.join(" — ")}`, ...(text === "" ? [] : ["", text])].join("\n")),
      ];
    });
  });
}

function blockOf({ role }: Message, part: Part): string {
  switch (part.type) {
    case "text":
      return role === "assistant" && !part.synthetic ? part.text.trim() : "";
    case "reasoning":
      return part.text.trim() === "" ? "" : details("Thought", [part.text.trim()]);
    case "tool":
      return toolMarkdown(part);
    case "file":
      return `Attached: ${plainLine(part.filename ?? (part.url.startsWith("data:") ? part.mime : part.url))}`;
    case "subtask":
      return details(`For the agent ${plainLine(part.agent)}: ${plainLine(part.description)}`, [part.prompt]);
    case "compaction":
      return "*What was said so far was replaced by a summary.*";
    case "unknown":
      return details(plainLine(part.kind), [fenced(JSON.stringify(part.raw, null, 2), "json")]);
    default:
      return "";
  }
}
