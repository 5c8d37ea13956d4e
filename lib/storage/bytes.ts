const encoder = new TextEncoder();

/** Bytes of a value as storage keeps it: its JSON in UTF-8. */
export function bytesOf(value: unknown): number {
  return encoder.encode(JSON.stringify(value)).length;
}
