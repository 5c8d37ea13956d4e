const LONGEST = 16;

/** Splits a text into pieces about the size of a model's tokens. Joined, they are the text again, byte for byte. */
export function tokens(value: string): string[] {
  return value.match(new RegExp(`\\s*\\S{1,${LONGEST}}|\\s+$`, "gu")) ?? [];
}
