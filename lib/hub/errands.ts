import type { Surroundings } from "../sync/surroundings";
import { createPlaces } from "./places";
import { createProviders } from "./providers";
import type { Reach } from "./reach";
import { createServices } from "./services";
import type { Sessions } from "./sessions";
import type { Store } from "./store";
import { createSubagents } from "./subagents";
import { createTextSearch } from "./text-search";
import { createTransfer } from "./transfer";

export interface ErrandDeps {
  store: Store;
  surroundings: Surroundings;
  reach: Reach;
  sessions: Pick<Sessions, "use">;
}

/** What panels ask for now and then: files of sessions, folders, services, model providers, subagents, what was said long ago. */
export function createErrands({ store, surroundings, reach, sessions }: ErrandDeps) {
  return {
    ...createSubagents(store, reach),
    ...createPlaces(store, reach),
    ...createProviders({ store, reach }),
    ...createServices(reach),
    ...createTextSearch(store.state, surroundings),
    ...createTransfer({ store, surroundings, reach, sessions }),
  };
}
