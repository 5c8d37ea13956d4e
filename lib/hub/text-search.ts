import type { SessionText, TextSearchCalls } from "../bridge/calls/text-search";
import { excerptOf } from "../find/excerpt";
import { createSearch } from "../find/find";
import { patternOf } from "../find/pattern";
import { piecesOf } from "../find/pieces";
import { plainOf } from "../find/plain";
import {
  findSession,
  isDeleted,
  type MessageWithParts,
  type SessionKey,
  type State,
  sessionKey,
  splitSessionKey,
} from "../model";
import { loadTranscript, storedTranscriptKeys } from "../storage/transcripts";
import { type Surroundings, sleep } from "../sync/surroundings";

/** Messages looked through in one go, so that others get their turn: a stored conversation has 40 at the most. */
const STRIDE = 40;

/** Looks for words in the conversations that are held or stored, whatever their servers do. */
export function createTextSearch(state: State, surroundings: Pick<Surroundings, "timer">): TextSearchCalls {
  /** What is held is newer than what is stored, and may have more. */
  function heldOf(key: SessionKey): MessageWithParts[] | undefined {
    const { server, session } = splitSessionKey(key);
    const transcript = state.servers[server]?.transcripts[session];
    if (!transcript || transcript.loaded === "none") return undefined;
    return transcript.messageIds.flatMap((id) => {
      const message = transcript.messages[id];
      const parts = (transcript.partIds[id] ?? []).flatMap((partId) => transcript.parts[partId] ?? []);
      return message ? [{ message, parts }] : [];
    });
  }

  async function searchOne(key: SessionKey, query: string, pattern: RegExp): Promise<SessionText | undefined> {
    const messages = heldOf(key) ?? (await loadTranscript(key))?.messages ?? [];
    const end = findSession(state, key)?.session.revertedFrom;
    const search = createSearch(query);
    let count = 0;
    let newest: SessionText | undefined;
    for (const [index, entry] of messages.entries()) {
      if (entry.message.id === end) break;
      if (index > 0 && index % STRIDE === 0) await sleep(surroundings, 0);
      const hits = search(entry);
      const hit = hits.at(-1);
      count += hits.reduce((sum, one) => sum + one.count, 0);
      const excerpt = hit && excerptIn(entry, hit.pieceId, pattern);
      if (excerpt) newest = { key, messageId: entry.message.id, count, excerpt };
    }
    return newest && { ...newest, count };
  }

  return {
    async searchableSessions() {
      const keys = new Set<SessionKey>(await storedTranscriptKeys());
      for (const server of Object.values(state.servers)) {
        for (const id of Object.keys(server.transcripts)) keys.add(sessionKey(server.id, id));
      }
      const known = [...keys].flatMap((key) => {
        const session = isDeleted(state, key) ? undefined : findSession(state, key)?.session;
        return session ? [{ key, at: session.updatedAt }] : [];
      });
      return known.sort((a, b) => b.at - a.at).map(({ key }) => key);
    },

    async searchTexts(keys, query) {
      const pattern = patternOf(query);
      const found: SessionText[] = [];
      for (const key of pattern ? keys : []) {
        const text = pattern && (await searchOne(key, query, pattern));
        if (text) found.push(text);
      }
      return found;
    },
  };
}

function excerptIn({ message, parts }: MessageWithParts, pieceId: string, pattern: RegExp) {
  const piece = piecesOf(message, parts).find((one) => one.id === pieceId);
  return piece && excerptOf(piece.kind === "markdown" ? plainOf(piece.text) : piece.text, pattern);
}
