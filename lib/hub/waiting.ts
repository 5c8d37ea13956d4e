import { busySessions, type ServerEvent, type State, type StateEvent, splitSessionKey, stateOf } from "../model";

/** How many root sessions wait for the user. */
export function countWaiting(state: State): number {
  let count = 0;
  for (const key of busySessions(state)) {
    const { server, session } = splitSessionKey(key);
    const held = state.servers[server];
    if (held && stateOf(held, session) === "waiting") count++;
  }
  return count;
}

const COUNTED: ReadonlySet<ServerEvent["type"]> = new Set<ServerEvent["type"]>([
  "request.asked",
  "request.settled",
  "requests.replaced",
  "request.left",
  "autoAccept.replaced",
  "session.upserted",
  "session.removed",
  "history.page",
  "freshness.changed",
  "connection.changed",
]);

/** Whether other sessions may wait after an event: by what is asked, where that belongs, and whether it is known. */
export function changesWaiting(event: StateEvent): boolean {
  return event.type === "server" ? COUNTED.has(event.event.type) : event.type === "server.removed";
}
