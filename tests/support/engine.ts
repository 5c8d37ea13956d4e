import { vi } from "vitest";
import { type Card, emptyServer, reduce, type ServerEvent, sessionKey } from "../../lib/model";
import { createEngine } from "../../lib/sync/engine";
import { createJournal } from "../../lib/sync/journal";
import { simulateServer } from "./simulated-server";
import { pass, simulateSurroundings } from "./surroundings";

/** An engine with a simulated server of its own, in simulated time. */
export function setUpEngine() {
  const wire = simulateServer();
  const { surroundings, timers } = simulateSurroundings(wire);
  const server = emptyServer({ id: "s", name: "S", url: wire.url, hasPassword: false, headerNames: [], enabled: true });
  const cards: Card[] = [];
  const watched: string[] = [];
  const fresh = vi.fn();
  const events: ServerEvent[] = [];
  const journal = createJournal(undefined, Date.now);
  const engine = createEngine({
    surroundings,
    endpoint: async () => ({ url: wire.url, headers: {} }),
    server: () => server,
    cards: () => cards,
    watched: () => watched,
    dispatch(event) {
      events.push(event);
      reduce(server, event);
    },
    journal,
    onFresh: fresh,
  });
  const addCard = (id: string) => cards.push({ key: sessionKey("s", id), pinned: false, usedAt: 1, seenAt: 0 });
  async function connect(): Promise<void> {
    engine.connection.start();
    await pass();
  }
  const client = () => {
    const found = engine.connection.client();
    if (!found) throw new Error("The engine is not connected");
    return found;
  };
  return { client, wire, server, engine, journal, watched, fresh, events, addCard, connect, timers };
}
