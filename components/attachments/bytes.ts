import { attachmentIdIn, type FileRef, heldIn } from "../../lib/model";
import { attachmentFiles } from "../../lib/storage/attachments";
import type { ProjectFiles } from "../files/project-files";

/** Fetches what of a message stays at the server; absent where no session is open. */
export type FetchFile = ProjectFiles["fetch"];

/**
 * The id under which the bytes of a file are stored, once they are; `undefined` for a file that is stored nowhere here.
 * Rejects when they cannot be fetched.
 */
export async function storedIdOf(url: string, fetchFile: FetchFile | undefined): Promise<string | undefined> {
  return attachmentIdIn(url) ?? (heldIn(url) ? fetchFile?.(url) : undefined);
}

/** The bytes of a file, wherever they are; `undefined` when nobody has them. */
export async function bytesOf(
  { url }: Pick<FileRef, "url">,
  fetchFile: FetchFile | undefined,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (url.startsWith("data:")) return new Uint8Array(await (await fetch(url)).arrayBuffer());
  const id = await storedIdOf(url, fetchFile);
  return id === undefined ? undefined : (await attachmentFiles.get(id))?.bytes;
}
