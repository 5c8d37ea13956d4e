import type { Reply } from "../../lib/storage/drafts";

/** What the user has written or chosen for a request, as a text: a line a question, or the reason for a rejection. */
export function wordsOf({ reason, sheet }: Reply): string {
  const answers = (sheet?.answers ?? []).map(({ chosen, own, ownChosen }) =>
    [...chosen, ...(ownChosen || chosen.length === 0 ? [own.trim()] : [])].filter((word) => word !== "").join(", "),
  );
  return [reason?.trim() ?? "", ...answers].filter((line) => line !== "").join("\n");
}
