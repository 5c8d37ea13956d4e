import { type ServerId, splitSessionKey } from "../model";
import { storedIndex } from "./index-of-sessions";
import { storedModelChoices } from "./model-choices";
import { dropTranscripts } from "./transcripts";

/** Removes what is kept of a server's sessions, and what was chosen there. */
export async function forgetServer(id: ServerId): Promise<void> {
  await storedIndex(id).remove();
  await storedModelChoices(id).remove();
  await dropTranscripts((row) => splitSessionKey(row.key).server === id);
}
