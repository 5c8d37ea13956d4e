import { type Kind, kindOf } from "./kind";
import { FILE_LIMIT, PDF_LIMIT, TEXT_FILE_LIMIT } from "./limits";
import { type Picture, toPicture } from "./picture";

/** A file as it is sent. */
export type Prepared = Picture;

/** Why a file is not attached. */
export type Refusal =
  | "empty"
  | "unknown-kind"
  | "unreadable"
  | "pdf-too-large"
  | "text-too-large"
  | "file-too-large"
  | "too-many"
  | "too-large-together"
  | "no-room";

/** Reads a file and brings it into the form in which models take it. */
export async function prepare(file: Blob): Promise<Prepared | Refusal> {
  if (file.size === 0) return "empty";
  if (file.size > FILE_LIMIT) return "file-too-large";
  // A folder that was dropped looks like a file and cannot be read.
  const buffer = await file.arrayBuffer().catch(() => undefined);
  if (!buffer) return "unreadable";
  const bytes = new Uint8Array(buffer);
  const kind = kindOf(bytes);
  return kind ? prepareKind(kind, bytes) : "unknown-kind";
}

async function prepareKind(kind: Kind, bytes: Uint8Array<ArrayBuffer>): Promise<Prepared | Refusal> {
  switch (kind.type) {
    case "picture":
      return (await toPicture(bytes, kind.mime)) ?? "unreadable";
    case "pdf":
      return bytes.length > PDF_LIMIT ? "pdf-too-large" : { bytes, mime: "application/pdf" };
    case "text":
      // The server hands a model the words of this type alone together with their name [measured].
      return kind.bytes.length > TEXT_FILE_LIMIT ? "text-too-large" : { bytes: kind.bytes, mime: "text/plain" };
  }
}
