import * as v from "valibot";
import type { ModelRef, ServerId } from "../model";
import { ModelRefSchema } from "./schema";
import { defineStored, type Stored } from "./stored";
import { createTurns } from "./turns";

/** What the user makes of a server's models, and of its agents. */
export interface ModelChoices {
  /** In the order in which they became that. */
  favourites: ModelRef[];
  /** Chosen last, latest first. */
  recent: ModelRef[];
  /** Those that are not to be offered. */
  hidden: ModelRef[];
  /** Ids of providers none of whose models are to be offered, also those that they have later. */
  hiddenProviders: string[];
  /** Those that are offered all the same. */
  shown: ModelRef[];
  /** What new sessions begin with; absent: the server's default. */
  usual?: ModelRef;
  /** The agent that new sessions begin with; absent: the server's default. */
  usualAgent?: string;
}

export const noModelChoices = (): ModelChoices => ({
  favourites: [],
  recent: [],
  hidden: [],
  hiddenProviders: [],
  shown: [],
});

const refs = v.fallback(v.array(v.unknown()), []);
const Schema = v.object({
  favourites: refs,
  recent: refs,
  hidden: refs,
  hiddenProviders: refs,
  shown: refs,
  usual: v.optional(v.unknown()),
  usualAgent: v.optional(v.unknown()),
});

const valid = (rows: unknown[]): ModelRef[] => rows.filter((row): row is ModelRef => v.is(ModelRefSchema, row));

export function storedModelChoices(server: ServerId): Stored<ModelChoices> {
  return defineStored<ModelChoices>({
    key: `models:${server}`,
    version: 1,
    migrations: {},
    read(data) {
      const raw = v.parse(Schema, data);
      const value: ModelChoices = {
        favourites: valid(raw.favourites),
        recent: valid(raw.recent),
        hidden: valid(raw.hidden),
        hiddenProviders: raw.hiddenProviders.filter((row): row is string => v.is(v.string(), row)),
        shown: valid(raw.shown),
      };
      if (v.is(ModelRefSchema, raw.usual)) value.usual = raw.usual;
      if (v.is(v.string(), raw.usualAgent)) value.usualAgent = raw.usualAgent;
      const lists = ["favourites", "recent", "hidden", "hiddenProviders", "shown"] as const;
      const lost = lists.reduce((count, list) => count + raw[list].length - value[list].length, 0);
      return { value, lost };
    },
    empty: noModelChoices,
    precious: true,
  });
}

const inTurn = createTurns();

/**
 * Changes what is stored now, which a panel of another window may have changed.
 *
 * @throws StorageFullError, StorageUnavailableError
 */
export function changeModelChoices(
  server: ServerId,
  change: (held: ModelChoices) => ModelChoices,
): Promise<ModelChoices> {
  return inTurn(async () => {
    const stored = storedModelChoices(server);
    const next = change((await stored.load()).value);
    await stored.save(next);
    return next;
  });
}
