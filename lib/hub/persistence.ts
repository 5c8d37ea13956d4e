import { type Card, type SessionKey, type StateEvent, sessionKey, splitSessionKey, type Transcript } from "../model";
import { storedCards } from "../storage/cards";
import { MAX_INDEXED, type SessionIndex, storedIndex } from "../storage/index-of-sessions";
import { type StoredTranscript, saveTranscript } from "../storage/transcripts";
import type { Surroundings } from "../sync/surroundings";
import type { Notices } from "./notices";
import type { Store } from "./store";
import { createWriteBehind } from "./write-behind";

/** Changes are written this long after the first of them, never on every token. */
const DELAY = 2_000;

/** Messages of a transcript that are kept. */
const KEPT_MESSAGES = 40;

/** Writes the cards as they are chosen, and the parts of the state that are caches of the servers behind their changes. */
export function createPersistence(store: Store, surroundings: Surroundings, notices: Notices) {
  const { state } = store;

  async function write(what: string): Promise<void> {
    try {
      if (what === "cards") await storedCards.save(state.cards);
      else if (what.startsWith("index:")) await writeIndex(what.slice("index:".length));
      else await writeTranscript(what as SessionKey);
    } catch (error) {
      // Whatever it was is still in memory and at the server; the user should know why it may be gone later.
      notices.notStored(error);
    }
  }

  async function writeIndex(serverId: string): Promise<void> {
    const server = state.servers[serverId];
    if (!server) return;
    const sessions = Object.values(server.sessions).sort((a, b) => b.updatedAt - a.updatedAt);
    const kept = sessions.slice(0, MAX_INDEXED);
    const cards = new Set(state.cards.map((card) => card.key));
    kept.push(...sessions.slice(MAX_INDEXED).filter((session) => cards.has(sessionKey(serverId, session.id))));
    const index: SessionIndex = {
      sessions: kept,
      activities: {},
      projects: server.projects,
      floor: sessions.length > MAX_INDEXED ? (kept.at(-1)?.updatedAt ?? 0) : server.history.floor,
    };
    for (const { id } of kept) {
      const activity = server.activities[id];
      if (activity) index.activities[id] = activity;
    }
    await storedIndex(serverId).save(index);
  }

  async function writeTranscript(key: SessionKey): Promise<void> {
    const id = splitSessionKey(key);
    const transcript = state.servers[id.server]?.transcripts[id.session];
    if (!transcript || transcript.loaded === "none") return;
    await saveTranscript(key, newestPage(transcript), surroundings.now());
  }

  const behind = createWriteBehind(surroundings, DELAY, write);

  let choices = choicesOf(state.cards);

  function markCards(cards: readonly Card[]): void {
    behind.mark("cards");
    const before = choices;
    choices = choicesOf(cards);
    if (choices !== before) void behind.settle("cards");
  }

  function mark(event: StateEvent): void {
    if (event.type === "cards.replaced") markCards(event.cards);
    if (event.type !== "server") return;
    const session = transcriptSession(event.event);
    // A delta alone is not worth a write: the part comes whole when it ends.
    if (session !== undefined) behind.mark(sessionKey(event.server, session));
    else if (INDEXED.has(event.event.type)) behind.mark(`index:${event.server}`);
  }

  return {
    stop: store.listen(mark),
    flush: behind.flush,
    /** Resolves when a transcript is stored as it is now. */
    stored: (key: SessionKey) => behind.settle(key),
  };
}

/** What of the cards the user chose and no server knows: it is stored at once, the times of looking at them behind it. */
function choicesOf(cards: readonly Card[]): string {
  return cards
    .map(({ key, pinned, page }) => JSON.stringify([key, pinned, page?.url]))
    .sort()
    .join();
}

const INDEXED: ReadonlySet<string> = new Set([
  "session.upserted",
  "session.shared",
  "session.removed",
  "session.error",
  "session.activity",
  "history.page",
  "projects.replaced",
]);

function transcriptSession(event: Extract<StateEvent, { type: "server" }>["event"]): string | undefined {
  switch (event.type) {
    case "transcript.page":
      return event.page === "newest" ? event.sessionId : undefined;
    case "message.upserted":
      return event.message.sessionId;
    case "part.upserted":
      return event.part.sessionId;
    case "message.removed":
    case "part.removed":
      return event.sessionId;
  }
  return undefined;
}

function newestPage(transcript: Transcript): StoredTranscript {
  const ids = transcript.messageIds.slice(-KEPT_MESSAGES);
  const messages = ids.flatMap((id) => {
    const message = transcript.messages[id];
    const partIds = transcript.partIds[id] ?? [];
    const parts = partIds.flatMap((partId) => transcript.parts[partId] ?? []);
    return message ? [{ message, parts }] : [];
  });
  // The server's cursor belongs to the first message held; it is of no use for a later one.
  const isWhole = ids.length === transcript.messageIds.length;
  if (!isWhole || transcript.olderCursor === undefined) return { messages };
  return { messages, olderCursor: transcript.olderCursor };
}
