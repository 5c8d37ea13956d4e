import type { Journal } from "./journal";
import type { Surroundings } from "./surroundings";

/** The same surroundings, whose requests are counted and timed. */
export function metered(surroundings: Surroundings, journal: Pick<Journal, "request">): Surroundings {
  return {
    ...surroundings,
    async fetch(input, init) {
      const ended = journal.request();
      try {
        const response = await surroundings.fetch(input, init);
        ended(true);
        return response;
      } catch (error) {
        ended(false);
        throw error;
      }
    },
  };
}
