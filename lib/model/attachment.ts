import type { MessageId, PartId } from "./ids";

/**
 * A file that goes along with a prompt: a picture, a PDF or a text. Its bytes are stored apart, under its id, until the server
 * has them.
 */
export interface Attachment {
  id: string;
  name: string;
  /** As it is sent: of a picture, `application/pdf`, or `text/plain` for all that is text. */
  mime: string;
  /** Bytes that are sent. */
  size: number;
  /** Of a picture that was larger than models take: its pixels before. */
  scaledFrom?: { width: number; height: number };
}

/** What models read only when they can: for text they need nothing. */
export type Medium = "image" | "pdf";

/** What a model has to be able to read for a file of this kind; `undefined` for text. */
export function mediumOf(mime: string): Medium | undefined {
  if (mime.startsWith("image/")) return "image";
  return mime === "application/pdf" ? "pdf" : undefined;
}

/** Where bytes are that came with a message and stay at the server until somebody wants to see them. */
export interface HeldFile {
  messageId: MessageId;
  partId: PartId;
  /** Which of the files that a tool has handed over. Absent: the part itself is the file. */
  index?: number;
}

/** Characters of an address that stay in a message; of more, it only says where they are. */
export const INLINE_LIMIT = 20_000;

const HELD = "held:";

/** Stands in a message for an address that holds more bytes than are sent about. */
export function heldUrl({ messageId, partId, index }: HeldFile): string {
  const place = [messageId, partId, ...(index === undefined ? [] : [String(index)])];
  return HELD + place.map(encodeURIComponent).join("/");
}

/** What such an address says; `undefined` for any other. */
export function heldIn(url: string): HeldFile | undefined {
  if (!url.startsWith(HELD)) return undefined;
  const [messageId, partId, index] = url.slice(HELD.length).split("/").map(decodeURIComponent);
  if (!messageId || !partId) return undefined;
  return { messageId, partId, ...(index === undefined ? {} : { index: Number(index) }) };
}

const SCHEME = "attachment:";

/** Stands in a prompt for the file's bytes, until it is handed to the server. */
export function attachmentUrl(id: string): string {
  return SCHEME + id;
}

/** The id in such an address; `undefined` for any other. */
export function attachmentIdIn(url: string): string | undefined {
  return url.startsWith(SCHEME) ? url.slice(SCHEME.length) : undefined;
}
