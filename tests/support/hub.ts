import { createHub, type Hub } from "../../lib/hub/hub";
import type { OutboxEntry, SessionKey } from "../../lib/model";
import { type SimulatedServer, simulateServer, wireSession } from "./simulated-server";
import { pass, passUntil, simulateSurroundings } from "./surroundings";

/** A hub beside a simulated server. Storage is the fake browser's: a second hub finds what the first one left. */
export function setUpHub(wire: SimulatedServer = simulateServer()) {
  const simulated = simulateSurroundings(wire);
  const isDead = { value: false };
  const { fetch, timer } = simulated.surroundings;
  simulated.surroundings.fetch = (...request) => (isDead.value ? new Promise(() => undefined) : fetch(...request));
  simulated.surroundings.timer = (ms, run) => timer(ms, () => void (isDead.value || run()));
  const active: boolean[] = [];
  const unusedHosts: string[] = [];
  const hub: Hub = createHub({
    surroundings: simulated.surroundings,
    onActive: (value) => active.push(value),
    onHostUnused: (url) => unusedHosts.push(url),
  });

  /** Opens a panel and adds the server; resolves when all is fetched. */
  async function connect(): Promise<{ server: string; leave: () => void }> {
    await hub.ready;
    const leave = hub.addPanel({});
    const server =
      Object.keys(hub.state.servers)[0] ?? (await hub.calls.saveServer({ name: "S", url: wire.url, headers: [] }));
    await passUntil(() => hub.state.servers[server]?.fresh === true);
    return { server, leave };
  }

  return {
    ...simulated,
    hub,
    wire,
    active,
    unusedHosts,
    connect,
    state: hub.state,
    /** How each server is connected. */
    statuses: () => Object.values(hub.state.servers).map(({ connection }) => connection.status),
    /** The background dies: it asks and does nothing any more. */
    die(): void {
      isDead.value = true;
    },
    outbox: (): Pick<OutboxEntry, "state" | "fault">[] =>
      hub.state.outbox.map(({ state, fault }) => (fault ? { state, fault } : { state })),
    /** As `connect`, with a session to write in. */
    async openSession(): Promise<{ server: string; key: SessionKey; leave: () => void }> {
      if (wire.sessions.size === 0) wire.sessions.set("ses_1", wireSession("ses_1"));
      const connected = await connect();
      return { ...connected, key: `${connected.server}/ses_1` };
    },
    async send(key: SessionKey, text: string): Promise<string> {
      const messageId = await hub.calls.identify(key);
      await hub.calls.send({ key, messageId, text, context: [] });
      await pass();
      return messageId;
    },
  };
}
