import type { PastPrompt } from "../../../lib/storage/prompt-history";

/** A past prompt as it can be written again. */
export interface CalledBack extends PastPrompt {
  /** Names of files that went along and are not stored any more. */
  gone?: readonly string[];
}

/** A past prompt without the files of which no bytes are left. */
export function withStored({ attachments = [], ...prompt }: PastPrompt, stored: ReadonlySet<string>): CalledBack {
  const held = attachments.filter(({ id }) => stored.has(id));
  const gone = attachments.flatMap(({ id, name }) => (stored.has(id) ? [] : [name]));
  return { ...prompt, ...(held.length > 0 ? { attachments: held } : {}), ...(gone.length > 0 ? { gone } : {}) };
}

/** Past prompts, oldest first, and the one that is on show. */
export interface Walk {
  prompts: readonly CalledBack[];
  at: number;
}

/** The walk's next step; `undefined` when it is over, back at what is being written. At the oldest one it stays. */
export function step(walk: Walk, key: "ArrowUp" | "ArrowDown"): Walk | undefined {
  const at = key === "ArrowUp" ? Math.max(0, walk.at - 1) : walk.at + 1;
  return at < walk.prompts.length ? { ...walk, at } : undefined;
}

/** A walk that begins at the newest prompt which is not what stands there already; `undefined` when there is none. */
export function begin(prompts: readonly CalledBack[], text: string): Walk | undefined {
  const at = prompts.findLastIndex((prompt) => prompt.text !== text || prompt.context || prompt.attachments);
  return at === -1 ? undefined : { prompts, at };
}

/** Where a walk goes on: up from the beginning of the text, down from its end. */
export function walks(
  event: Pick<KeyboardEvent, "key" | "shiftKey" | "altKey" | "ctrlKey" | "metaKey" | "isComposing">,
  area: Pick<HTMLTextAreaElement, "value" | "selectionStart" | "selectionEnd">,
): "ArrowUp" | "ArrowDown" | undefined {
  const { key } = event;
  if (event.shiftKey || event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return undefined;
  if (area.selectionStart !== area.selectionEnd) return undefined;
  if (key === "ArrowUp") return area.selectionStart === 0 ? key : undefined;
  return key === "ArrowDown" && area.selectionStart === area.value.length ? key : undefined;
}
