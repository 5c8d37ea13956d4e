import {
  type Card,
  isRunning,
  type ServerId,
  type SessionKey,
  type StateEvent,
  sessionKey,
  splitSessionKey,
} from "../model";
import { bytesOf } from "../storage/bytes";
import { storedCards, storedSeen } from "../storage/cards";
import { MAX_INDEXED, type SessionIndex, storedIndex } from "../storage/index-of-sessions";
import { saveTranscripts } from "../storage/transcripts";
import type { Surroundings } from "../sync/surroundings";
import type { Notices } from "./notices";
import { savedPage } from "./saved-page";
import type { Store } from "./store";
import { createWriteBehind } from "./write-behind";

/** Milliseconds from a change to its writing. */
const SOON = 2_000;
/** The same while a session runs: what it tells is at the server, and more of it comes all the time. */
const LATER = 10_000;
/** The same of the list of sessions: what a run changes of it is a line and a time. */
const MUCH_LATER = 30_000;
/** Bytes of copies that are written a second over time, whatever comes and however much of it. */
const RATE = 20_000;

/** Copies of sessions at rest, and of all: those that run are written more seldom. */
const AT_REST = "transcripts at rest";
const ALL = "transcripts";

/** Writes the cards as they are chosen, and the parts of the state that are caches of the servers behind their changes. */
export function createPersistence(store: Store, surroundings: Surroundings, notices: Notices) {
  const { state } = store;
  /** Sessions whose copies are older than what is held. */
  const stale = new Set<SessionKey>();

  /** @returns milliseconds of rest */
  async function write(what: string): Promise<number> {
    try {
      const bytes = await writeOut(what);
      return (bytes / RATE) * 1_000;
    } catch (error) {
      // Whatever it was is still in memory and at the server; the user should know why it may be gone later.
      notices.notStored(error);
      return 0;
    }
  }

  /** @returns the bytes of copies that were written */
  async function writeOut(what: string): Promise<number> {
    if (what === "cards") {
      await storedCards.save(state.cards);
      return 0;
    }
    if (what === "seen") {
      const seen = Object.entries(state.seen) as [SessionKey, number][];
      await storedSeen.save(seen.map(([key, seenAt]) => ({ key, seenAt })));
      return 0;
    }
    if (what === ALL) return writeTranscripts([...stale]);
    if (what === AT_REST) return writeTranscripts([...stale].filter((key) => !runs(key)));
    return writeIndex(what.slice("index:".length));
  }

  async function writeIndex(serverId: string): Promise<number> {
    const server = state.servers[serverId];
    if (!server) return 0;
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
    return bytesOf(index);
  }

  async function writeTranscripts(keys: readonly SessionKey[]): Promise<number> {
    const rows = keys.flatMap((key) => {
      stale.delete(key);
      const id = splitSessionKey(key);
      const transcript = state.servers[id.server]?.transcripts[id.session];
      return transcript && transcript.loaded !== "none" ? [{ key, transcript: savedPage(transcript) }] : [];
    });
    return rows.length > 0 ? saveTranscripts(rows, surroundings.now()) : 0;
  }

  function runs(key: SessionKey): boolean {
    const { server, session } = splitSessionKey(key);
    const held = state.servers[server];
    return held !== undefined && isRunning(held, session);
  }

  const behind = createWriteBehind(surroundings, write);

  let choices = choicesOf(state.cards);

  function markCards(cards: readonly Card[]): void {
    behind.mark("cards", SOON);
    const before = choices;
    choices = choicesOf(cards);
    if (choices === before) return;
    void behind.settle("cards");
    // What left the cards is there.
    behind.mark("seen", SOON);
  }

  function markTranscript(key: SessionKey): void {
    stale.add(key);
    if (runs(key)) behind.mark(ALL, LATER);
    else behind.mark(AT_REST, SOON);
  }

  function mark(event: StateEvent): void {
    if (event.type === "cards.replaced") markCards(event.cards);
    if (event.type === "server.removed") behind.mark("seen", SOON);
    if (event.type !== "server") return;
    const { event: inner, server } = event;
    const session = transcriptSession(inner);
    // A delta alone is not worth a write: the part comes whole when it ends.
    if (session !== undefined) markTranscript(sessionKey(server, session));
    else if (inner.type === "session.status" || inner.type === "statuses.replaced") {
      // A run has ended: its copy waits no longer.
      if ([...stale].some((key) => !runs(key))) behind.mark(AT_REST, SOON);
    } else if (INDEXED.has(inner.type)) behind.mark(`index:${server}`, isOfRun(server, inner) ? MUCH_LATER : SOON);
  }

  /** Whether an event is one of the many that a run makes. */
  function isOfRun(server: ServerId, event: Extract<StateEvent, { type: "server" }>["event"]): boolean {
    if (event.type === "session.activity") return true;
    return event.type === "session.upserted" && runs(sessionKey(server, event.session.id));
  }

  return {
    stop: store.listen(mark),
    flush: behind.flush,
    /** Stores what the copies of these transcripts lack, once: what comes meanwhile is not waited for. */
    async stored(keys: readonly SessionKey[]): Promise<void> {
      try {
        await writeTranscripts(keys.filter((key) => stale.has(key)));
      } catch (error) {
        notices.notStored(error);
      }
    },
    /** Pieces of the state that wait to be written. */
    waiting: (): number => behind.length(),
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
