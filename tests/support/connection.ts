import type { ConnectionState, WireEvent } from "../../lib/model";
import { type Connection, createConnection } from "../../lib/sync/connection";
import { createJournal } from "../../lib/sync/journal";
import { simulateServer } from "./simulated-server";
import { simulateSurroundings } from "./surroundings";

/** A connection to a simulated server, in simulated time, and what it has reported. */
export function setUpConnection() {
  const server = simulateServer();
  const simulated = simulateSurroundings(server);
  const states: ConnectionState[] = [];
  const events: WireEvent[] = [];
  const calls = { gaps: 0, opens: 0 };
  let onOpen: () => Promise<void> = async () => undefined;
  let endpoint = async () => ({ url: server.url, headers: {} });
  const connection: Connection = createConnection({
    surroundings: simulated.surroundings,
    endpoint: () => endpoint(),
    onState: (state) => states.push(state),
    onClient: () => undefined,
    onEvent: (event) => events.push(event),
    journal: createJournal(undefined, Date.now),
    onOpen() {
      calls.opens++;
      return onOpen();
    },
    onGap: () => {
      calls.gaps++;
    },
  });
  return {
    ...simulated,
    server,
    connection,
    states,
    events,
    calls,
    statuses: () => states.map(({ status }) => status),
    last: () => states.at(-1),
    setOnOpen: (next: typeof onOpen) => {
      onOpen = next;
    },
    setEndpoint: (next: typeof endpoint) => {
      endpoint = next;
    },
  };
}
