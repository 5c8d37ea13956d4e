import { busySessions, type State, splitSessionKey, stateOf } from "../model";

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
