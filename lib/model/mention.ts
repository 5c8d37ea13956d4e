/**
 * What the user named by `@`: a file of the project, by its path below the session's directory with a slash at the end for a
 * folder, or a subagent.
 */
export type Mention = { type: "file"; path: string } | { type: "agent"; name: string };

/** A mention as it stands in the user's words. It is its key, too: nothing is mentioned twice. */
export function mentionWord(mention: Mention): string {
  return `@${mention.type === "file" ? mention.path : mention.name}`;
}
