import type { Outgoing } from "../bridge/calls/prompts";
import {
  attachmentUrl,
  FaultError,
  type Mention,
  mentionWord,
  type OutboxEntry,
  type PromptPart,
  placeOfMention,
} from "../model";
import { foundByServer } from "../opencode/command-names";
import { fileUrl, withLines } from "../opencode/file-url";
import type { Identify } from "../opencode/identifier";
import { fence } from "../page/fence";
import { runOf } from "./commands";

/**
 * Turns what the user put together into a prompt: each context fenced in a part of its own, then the words, then what they
 * mention, then what is attached, whose bytes come in when it is handed over.
 *
 * @param directory of the session
 * @throws FaultError `not-found` when a file is mentioned and nobody knows where
 */
export function toOutboxEntry(
  outgoing: Outgoing,
  directory: string | undefined,
  identify: Identify,
  now: number,
): OutboxEntry {
  const fenced = outgoing.context.map(fence);
  const texts = [...fenced];
  const words = outgoing.kind === "shell" ? `!${outgoing.text}` : outgoing.text;
  if (outgoing.text.trim() !== "") texts.push(words);
  const parts = texts.map((text): PromptPart => ({ id: identify("prt"), type: "text", text }));
  const found = outgoing.kind === "command" ? foundByServer(words) : new Set<string>();
  for (const mention of outgoing.mentions ?? []) {
    // What it finds by itself would go along twice.
    if (isFound(mention, found)) continue;
    parts.push({ id: identify("prt"), ...toPart(mention, words, directory) });
  }
  for (const { id, name, mime } of outgoing.attachments ?? []) {
    parts.push({ id: identify("prt"), type: "file", mime, filename: name, url: attachmentUrl(id) });
  }
  const run = runOf(outgoing, fenced);
  return {
    key: outgoing.key,
    prompt: {
      messageId: outgoing.messageId,
      parts,
      ...(outgoing.agent === undefined ? {} : { agent: outgoing.agent }),
      ...(outgoing.model === undefined ? {} : { model: outgoing.model }),
      ...(run ? { run } : {}),
    },
    state: "sending",
    createdAt: now,
  };
}

function isFound(mention: Mention, found: ReadonlySet<string>): boolean {
  if (mention.type === "agent") return found.has(mention.name);
  return mention.type === "file" && mention.lines === undefined && found.has(mention.path);
}

type WithoutId<P> = P extends PromptPart ? Omit<P, "id"> : never;

function toPart(mention: Mention, words: string, directory: string | undefined): WithoutId<PromptPart> {
  const value = mentionWord(mention);
  const start = placeOfMention(mention, words);
  const source = start === -1 ? {} : { source: { value, start, end: start + value.length } };
  if (mention.type === "agent") return { type: "agent", name: mention.name, ...source };
  if (mention.type === "resource") {
    const { name, uri, client } = mention;
    // The server gives what it reads as text; by any other type it would hand the address to the model as well.
    return { type: "file", mime: "text/plain", filename: name, url: uri, client, ...source };
  }
  if (directory === undefined) throw new FaultError({ kind: "not-found", detail: "the session is gone" });
  const { path, lines } = mention;
  // What a file really is, the server finds out by itself: it reads it as text, and lists a folder.
  const mime = path.endsWith("/") ? "application/x-directory" : "text/plain";
  const url = withLines(fileUrl(directory, path), lines);
  return { type: "file", mime, filename: value.slice(1), url, ...source };
}
