import * as v from "valibot";
import type { SessionKey } from "../model";
import { SessionKeySchema } from "./schema";
import { defineStored } from "./stored";

/**
 * Where a reader is: a message, and how far its top stands below the top of the conversation in CSS pixels (negative: above). In
 * a text it is the top of a part's chunk, by its number: how high those before it are, nobody knows before they are seen. In
 * one too long to be on the page as a whole they are counted from an offset of it.
 */
export interface StoredPlace {
  messageId: string;
  chunk?: { partId: string; index: number; from?: number };
  offset: number;
}

/** Where the user was in the panel. `places`: by session; those that were at their end are not in it. */
export interface StoredView {
  screen: "home" | "new" | "session";
  key?: SessionKey;
  places: Record<string, StoredPlace>;
}

const PlaceSchema = v.object({
  messageId: v.string(),
  chunk: v.exactOptional(v.object({ partId: v.string(), index: v.number(), from: v.exactOptional(v.number()) })),
  offset: v.number(),
});

export const PlacesSchema = v.fallback(v.record(v.string(), PlaceSchema), {});

const Schema = v.object({
  screen: v.fallback(v.picklist(["home", "new", "session"]), "home"),
  key: v.exactOptional(v.fallback(SessionKeySchema, "/" as SessionKey)),
  places: PlacesSchema,
});

export const storedView = defineStored<StoredView>({
  key: "view",
  version: 2,
  // The first version kept distances from the end, of which nobody can tell what was read there.
  migrations: {},
  read: (data) => ({ value: v.parse(Schema, data), lost: 0 }),
  empty: () => ({ screen: "home", places: {} }),
  precious: false,
});
