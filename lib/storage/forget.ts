import { type ServerId, splitSessionKey } from "../model";
import { dropDrafts } from "./drafts";
import { storedIndex } from "./index-of-sessions";
import { storedModelChoices } from "./model-choices";
import { dropTranscripts } from "./transcripts";

/** Removes what is kept of a server's sessions, what was being written in them, and what was chosen there. */
export async function forgetServer(id: ServerId): Promise<void> {
  await storedIndex(id).remove();
  await storedModelChoices(id).remove();
  await dropDrafts(id);
  await dropTranscripts((row) => splitSessionKey(row.key).server === id);
}
