/** What a file is by its bytes, whatever its name and the system say. */
export type Kind =
  | { type: "picture"; mime: string }
  | { type: "pdf" }
  /** As UTF-8. */
  | { type: "text"; bytes: Uint8Array<ArrayBuffer> };

/** Beginnings of pictures, by the type a browser decodes them as. "?" stands for any character. */
const PICTURES: readonly [mime: string, beginning: string][] = [
  ["image/png", "\x89PNG\r\n\x1a\n"],
  ["image/jpeg", "\xff\xd8\xff"],
  ["image/gif", "GIF87a"],
  ["image/gif", "GIF89a"],
  ["image/webp", "RIFF????WEBP"],
  ["image/bmp", "BM????\0\0\0\0"],
  ["image/x-icon", "\0\0\x01\0"],
  ["image/tiff", "II*\0"],
  ["image/tiff", "MM\0*"],
  ["image/avif", "????ftypavif"],
  ["image/avif", "????ftypavis"],
  ["image/heic", "????ftyphei"],
  ["image/heic", "????ftypmif1"],
];

/** Characters that no text has. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const BINARY = /[\0-\x08\x0e-\x1a\x1c-\x1f]/;

/** `undefined` when it is nothing that a model could read. */
export function kindOf(bytes: Uint8Array<ArrayBuffer>): Kind | undefined {
  const picture = PICTURES.find(([, beginning]) => beginsWith(bytes, beginning));
  if (picture) return { type: "picture", mime: picture[0] };
  if (beginsWith(bytes, "%PDF-")) return { type: "pdf" };
  const text = textOf(bytes);
  return text === undefined || BINARY.test(text) ? undefined : { type: "text", bytes: new TextEncoder().encode(text) };
}

function beginsWith(bytes: Uint8Array, beginning: string): boolean {
  return [...beginning].every((char, index) => char === "?" || bytes[index] === char.charCodeAt(0));
}

/** UTF-16 says so in its first two bytes; anything else is UTF-8 or no text. */
function textOf(bytes: Uint8Array): string | undefined {
  const encoding = beginsWith(bytes, "\xff\xfe") ? "utf-16le" : beginsWith(bytes, "\xfe\xff") ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
