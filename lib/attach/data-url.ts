/** Bytes turned at once: as many arguments as a call takes, and a multiple of the three that make four letters. */
const CHUNK = 3 * 8_192;

/** Bytes as an address that holds them. */
export function toDataUrl(mime: string, bytes: Uint8Array): string {
  const letters: string[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK) {
    letters.push(btoa(String.fromCharCode(...bytes.subarray(at, at + CHUNK))));
  }
  return `data:${mime};base64,${letters.join("")}`;
}

/** What such an address holds; `undefined` for any other address, and for one that is damaged. */
export function fromDataUrl(url: string): { mime: string; bytes: Uint8Array<ArrayBuffer> } | undefined {
  const [, mime, parameters, content] = /^data:([^;,]*)((?:;[^;,]*)*),(.*)$/is.exec(url) ?? [];
  if (mime === undefined || parameters === undefined || content === undefined) return undefined;
  try {
    const bytes = /;base64$/i.test(parameters)
      ? Uint8Array.from(atob(content), (char) => char.charCodeAt(0))
      : new TextEncoder().encode(decodeURIComponent(content));
    return { mime: mime || "text/plain", bytes };
  } catch {
    return undefined;
  }
}
