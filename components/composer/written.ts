import { type Attachment, type Catalog, type Mention, type ModelRef, mentionWord, splitCommand } from "../../lib/model";
import type { ContextItem } from "../../lib/page/context";
import type { PastPrompt } from "../../lib/storage/prompt-history";
import type { Draft, DraftChange } from "../app/drafts";
import { assumedModelOf, type Choice, defaultAgentName } from "./choices";
import { commandIn } from "./suggest/suggestions";

/** What the user wrote and chose, as it is to be sent. */
export interface Written {
  text: string;
  context: ContextItem[];
  mentions?: Mention[];
  attachments?: Attachment[];
  /** Absent: a prompt. */
  kind?: "command" | "shell";
  agent?: string;
  model?: ModelRef;
}

/** What goes along with the words. */
export interface Attached {
  context: ContextItem[];
  mentions?: Mention[] | undefined;
  attachments?: Attachment[] | undefined;
}

/** What stands in the composer: the draft, or a past prompt in its place. */
export interface Unsent extends Attached {
  text: string;
  shell?: true | undefined;
}

/**
 * The draft, or the past prompt that is called back: with what went along with that, unless something is attached now, which
 * its words are then wanted for.
 */
export function unsentOf(draft: Draft, past: PastPrompt | undefined): Unsent {
  const { context, mentions, attachments } = draft;
  if (!past) return { text: draft.text, shell: draft.shell, context, mentions, attachments };
  const words = { text: past.text, shell: past.shell };
  if (past.shell) return { ...words, context, mentions, attachments };
  // The words name these.
  const named = [...(past.mentions ?? []), ...(mentions ?? [])];
  const all = [...new Map(named.map((mention) => [mentionWord(mention), mention])).values()];
  const isFree = context.length === 0 && attachments === undefined;
  return {
    ...words,
    context: isFree ? (past.context ?? []) : context,
    mentions: all.length > 0 ? all : undefined,
    attachments: isFree ? past.attachments : attachments,
  };
}

/** What was sent, as it can be called back. */
export function pastOf({ kind, text, context, mentions, attachments }: Written): PastPrompt {
  if (kind === "shell") return { text, shell: true };
  return {
    text,
    ...(context.length > 0 ? { context } : {}),
    ...(mentions ? { mentions } : {}),
    ...(attachments ? { attachments } : {}),
  };
}

/** Whether there is nothing to send. Nothing goes along with a line of shell. */
export function isNothing({ text, shell, context, mentions, attachments }: Unsent): boolean {
  if (text.trim() !== "") return false;
  return shell === true || (context.length === 0 && mentions === undefined && attachments === undefined);
}

/** Whether it could be a command, and nobody can tell: handed to the model, it would be words. */
export function mayBeCommand({ text, shell }: Unsent, catalog: Catalog | undefined): boolean {
  return catalog === undefined && !shell && splitCommand(text) !== undefined;
}

/** A text that begins with a slash is a command when there is one of that name. */
export function writtenOf(
  { text, shell, context, mentions, attachments }: Unsent,
  catalog: Catalog | undefined,
  choice: Choice,
): Written {
  const { agent, model = assumedModelOf(catalog, agent) } = choice;
  const written: Written = { text, context: [] };
  if (model !== undefined) written.model = { ...model };
  if (agent !== undefined) written.agent = agent;
  if (shell) {
    // The server has no default of its own for this.
    const fallback = agent ?? defaultAgentName(catalog);
    return { ...written, kind: "shell", ...(fallback === undefined ? {} : { agent: fallback }) };
  }
  written.context = context.map((item) => ({ ...item }));
  if (mentions) written.mentions = mentions.map((mention) => ({ ...mention }));
  if (attachments) written.attachments = attachments.map((file) => ({ ...file }));
  return commandIn(catalog, text) ? { ...written, kind: "command" } : written;
}

/**
 * What is left of a draft: what was typed or attached while its prompt was on its way.
 *
 * @param isPast A past prompt was sent in its place: all of its own words stay.
 */
export function afterSending(now: Draft, written: Written, isPast: boolean): DraftChange {
  const isBeginning = !isPast && now.text.startsWith(written.text);
  const text = isBeginning ? now.text.slice(written.text.length) : now.text;
  const items = new Set(written.context.map((item) => item.id));
  const words = new Set(written.mentions?.map(mentionWord));
  const mentions = now.mentions?.filter((mention) => !words.has(mentionWord(mention))) ?? [];
  const files = new Set(written.attachments?.map((file) => file.id));
  const attachments = now.attachments?.filter((file) => !files.has(file.id)) ?? [];
  return {
    text,
    context: now.context.filter((item) => !items.has(item.id)),
    mentions: mentions.length > 0 ? mentions : undefined,
    attachments: attachments.length > 0 ? attachments : undefined,
    shell: text === "" ? undefined : now.shell,
  };
}
