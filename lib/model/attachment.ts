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

const SCHEME = "attachment:";

/** Stands in a prompt for the file's bytes, until it is handed to the server. */
export function attachmentUrl(id: string): string {
  return SCHEME + id;
}

/** The id in such an address; `undefined` for any other. */
export function attachmentIdIn(url: string): string | undefined {
  return url.startsWith(SCHEME) ? url.slice(SCHEME.length) : undefined;
}
