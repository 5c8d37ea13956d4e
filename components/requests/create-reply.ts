import type { RequestId, SessionKey } from "../../lib/model";
import type { Reply } from "../../lib/storage/drafts";
import type { Drafts } from "../app/drafts";

/** Replies of a session that are kept: those whose requests were settled elsewhere go by and by. */
const KEPT = 20;

/** What is meant to be replied to a request, in the draft of the session that asks: it survives the form and the panel. */
export function createReply(drafts: Drafts, key: SessionKey, id: RequestId) {
  const others = () => Object.entries(drafts.get(key).replies ?? {}).filter(([other]) => other !== id);

  function put(entries: [RequestId, Reply][]): void {
    drafts.change(key, { replies: entries.length > 0 ? Object.fromEntries(entries.slice(-KEPT)) : undefined });
  }

  return {
    held: (): Reply => drafts.get(key).replies?.[id] ?? {},
    change: (reply: Reply): void => put([...others(), [id, reply]]),
    /** It was sent, or is not meant any more. */
    drop: (): void => put(others()),
  };
}
