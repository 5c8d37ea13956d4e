import { fromDataUrl } from "../../lib/attach/data-url";
import type { Attachment, FileRef } from "../../lib/model";
import { attachmentFiles } from "../../lib/storage/attachments";
import { type FetchFile, storedIdOf } from "../attachments/bytes";
import { fileName } from "./parts/FileChip";

/**
 * The files of a message, ready to be attached once more. What a server has of them is stored here again; what is stored
 * still stays as it is, and what is gone is left out.
 */
export async function returnFiles(
  parts: readonly { type: string }[],
  fetchFile: FetchFile | undefined,
): Promise<Attachment[]> {
  const all = parts.filter((part): part is { type: "file" } & FileRef => part.type === "file");
  // What an MCP server gave for a resource comes from there once more.
  const resources = new Set(all.flatMap(({ client, url }) => (client === undefined ? [] : url)));
  const files = all.filter(({ client, filename }) => client === undefined && !resources.has(filename ?? ""));
  return (await Promise.all(files.map((file) => returnFile(file, fetchFile)))).flatMap((file) => file ?? []);
}

async function returnFile(file: FileRef, fetchFile: FetchFile | undefined): Promise<Attachment | undefined> {
  const name = fileName(file);
  const id = await storedIdOf(file.url, fetchFile);
  if (id !== undefined) {
    const held = await attachmentFiles.get(id);
    return held && { id, name, mime: file.mime, size: held.bytes.length };
  }
  const inline = fromDataUrl(file.url);
  if (!inline) return undefined;
  const attachment = { id: crypto.randomUUID(), name, mime: file.mime, size: inline.bytes.length };
  await attachmentFiles.put(attachment.id, { bytes: inline.bytes, storedAt: Date.now() });
  return attachment;
}
