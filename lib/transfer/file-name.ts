/** Letters of a title that a file is named by. */
const LENGTH = 60;

/** A name that every system takes, by a session's title; by its id where the title has nothing to name it by. */
export function fileNameOf(session: { id: string; title: string }, ending: string): string {
  const words = session.title
    .normalize("NFC")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  const short = [...words].slice(0, LENGTH).join("").replace(/-+$/, "");
  return `${short || session.id.replace(/[^\w-]/g, "")}.${ending}`;
}
