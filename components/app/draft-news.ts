import type { DraftKey } from "../../lib/storage/drafts";

/**
 * Calls `hear` whenever another page of this extension, a panel or a full tab, has stored a draft, for as long as this page is
 * there. Returns what tells the others of a draft stored here.
 */
export function createDraftNews(hear: (key: DraftKey) => void): (key: DraftKey) => void {
  const channel = new BroadcastChannel("drafts");
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (typeof data === "string") hear(data as DraftKey);
  };
  return (key) => channel.postMessage(key);
}
