import { COUNT_LIMIT, FILE_LIMIT, PDF_LIMIT, TEXT_FILE_LIMIT, TOTAL_LIMIT } from "../../../lib/attach/limits";
import type { Refusal } from "../../../lib/attach/prepare";
import { prepareAside } from "../../../lib/attach/prepare-aside";
import type { Attachment } from "../../../lib/model";
import { attachmentFiles } from "../../../lib/storage/attachments";
import { bytes } from "../../ui/numbers";

/** Brings a file into the form in which it is sent and stores it, or says why not and what to do. */
export async function take(file: File, held: readonly Attachment[]): Promise<Attachment | string> {
  const taken = held.length < COUNT_LIMIT ? await prepareAside(file) : "too-many";
  if (typeof taken === "string") return wordsOf(taken, file.name);
  const total = held.reduce((sum, { size }) => sum + size, taken.bytes.length);
  if (total > TOTAL_LIMIT) return wordsOf("too-large-together", file.name);
  const id = crypto.randomUUID();
  try {
    await attachmentFiles.put(id, { bytes: taken.bytes, storedAt: Date.now() });
  } catch (error) {
    console.warn("A file was not stored", error);
    return wordsOf("no-room", file.name);
  }
  const { mime, scaledFrom } = taken;
  const name = ownName(file.name, held);
  return { id, name, mime, size: taken.bytes.length, ...(scaledFrom ? { scaledFrom } : {}) };
}

/** Pasted pictures are all called the same; what is removed has to be told apart. */
export function ownName(name: string, held: readonly Pick<Attachment, "name">[]): string {
  const [, stem = "", ending = ""] = /^(.+?)(\.[^.]*)?$/s.exec(name || "file") ?? [];
  const isTaken = (wanted: string) => held.some((file) => file.name === wanted);
  for (let count = 1; ; count++) {
    const wanted = count === 1 ? stem + ending : `${stem} ${count}${ending}`;
    if (!isTaken(wanted)) return wanted;
  }
}

const ELSEWHERE = "Put it into the project’s folder, and name it with “@”.";

const WORDS: Record<Refusal, string> = {
  empty: "is empty.",
  "unknown-kind": `is no picture, PDF or text. ${ELSEWHERE}`,
  unreadable: "cannot be read here. Save it as PNG, JPEG or text first.",
  "pdf-too-large": `is larger than ${bytes(PDF_LIMIT)}, the most for a PDF. ${ELSEWHERE}`,
  "text-too-large": `is larger than ${bytes(TEXT_FILE_LIMIT)}, the most for a text. ${ELSEWHERE}`,
  "file-too-large": `is larger than ${bytes(FILE_LIMIT)}, the most that can be read. ${ELSEWHERE}`,
  "too-many": `is one more than the ${COUNT_LIMIT} files that a message takes. Send it with the next one.`,
  "too-large-together": `does not fit: the files of a message have ${bytes(TOTAL_LIMIT)} together. Send it with the next one.`,
  "no-room": "was not kept: the browser has no room for it. Make some on the disk, and attach it again.",
};

function wordsOf(refusal: Refusal, name: string): string {
  return `“${name}” ${WORDS[refusal]}`;
}
