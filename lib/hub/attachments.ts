import { toDataUrl } from "../attach/data-url";
import { attachmentIdIn, type Fault, FaultError, type OutboxEntry, type Prompt, type PromptPart } from "../model";
import { attachmentFiles } from "../storage/attachments";
import { attachedToDrafts } from "../storage/drafts";
import { promptHistory } from "../storage/prompt-history";

/** Milliseconds for which bytes stay that nothing refers to: they are stored before what they are attached to is. */
const GRACE = 24 * 60 * 60 * 1000;

/** Why a server may have lost a prompt that it took: it reads what goes along only then. */
export function lossOf(prompt: Prompt): Fault | undefined {
  if (idsIn(prompt).length > 0) return { kind: "attachment-refused" };
  const names = prompt.parts.flatMap((part) =>
    part.type === "file" && part.client !== undefined ? part.filename : [],
  );
  return names.length > 0 ? { kind: "resource-refused", detail: names.join(", ") } : undefined;
}

/**
 * A prompt with the bytes of its attachments in it, as the server takes it.
 *
 * @throws FaultError `attachment-gone`
 */
export async function withFiles(prompt: Prompt): Promise<Prompt> {
  return { ...prompt, parts: await Promise.all(prompt.parts.map(withBytes)) };
}

async function withBytes(part: PromptPart): Promise<PromptPart> {
  const id = part.type === "file" ? attachmentIdIn(part.url) : undefined;
  if (part.type !== "file" || id === undefined) return part;
  const file = await attachmentFiles.get(id).catch(() => undefined);
  if (!file) throw new FaultError({ kind: "attachment-gone" });
  return { ...part, url: toDataUrl(part.mime, file.bytes) };
}

function idsIn(prompt: Prompt): string[] {
  return prompt.parts.flatMap((part) => (part.type === "file" ? (attachmentIdIn(part.url) ?? []) : []));
}

/** Drops the bytes that no draft, no prompt on its way and no past prompt refers to any more. */
export async function sweepAttachments(outbox: readonly OutboxEntry[], now: number): Promise<void> {
  const past = (await promptHistory.load()).flatMap(({ attachments }) => attachments?.map(({ id }) => id) ?? []);
  const used = [...(await attachedToDrafts()), ...past, ...outbox.flatMap((entry) => idsIn(entry.prompt))];
  await attachmentFiles.sweep(new Set(used), now - GRACE);
}
