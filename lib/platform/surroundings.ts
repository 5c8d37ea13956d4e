import type { Surroundings } from "../sync/surroundings";
import { hasHost } from "./hosts";

/** Time, chance and network of a real browser. */
export function browserSurroundings(): Surroundings {
  return {
    fetch: (input, init) => fetch(input, init),
    now: () => Date.now(),
    mayReach: hasHost,
    timer(ms, run) {
      const id = setTimeout(run, ms);
      return () => clearTimeout(id);
    },
    random: Math.random,
    isOnline: () => navigator.onLine,
  };
}
