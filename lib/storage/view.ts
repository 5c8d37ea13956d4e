import * as v from "valibot";
import type { SessionKey } from "../model";
import { SessionKeySchema } from "./schema";
import { defineStored } from "./stored";

/**
 * Where the user was in the panel. `places`: by session, the message that was read and how far its top stood below the top
 * of the conversation in CSS pixels (negative: above); sessions that were at their end are not in it.
 */
export interface StoredView {
  screen: "home" | "new" | "session";
  key?: SessionKey;
  places: Record<string, { messageId: string; offset: number }>;
}

const Schema = v.object({
  screen: v.fallback(v.picklist(["home", "new", "session"]), "home"),
  key: v.exactOptional(v.fallback(SessionKeySchema, "/" as SessionKey)),
  places: v.fallback(v.record(v.string(), v.object({ messageId: v.string(), offset: v.number() })), {}),
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
