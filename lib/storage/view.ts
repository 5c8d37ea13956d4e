import * as v from "valibot";
import type { SessionKey } from "../model";
import { SessionKeySchema } from "./schema";
import { defineStored } from "./stored";

/** Where the user was in the panel. `scroll`: distance from the end of a conversation in CSS pixels. */
export interface StoredView {
  screen: "home" | "new" | "session";
  key?: SessionKey;
  scroll: Record<string, number>;
}

const Schema = v.object({
  screen: v.fallback(v.picklist(["home", "new", "session"]), "home"),
  key: v.exactOptional(v.fallback(SessionKeySchema, "/" as SessionKey)),
  scroll: v.fallback(v.record(v.string(), v.number()), {}),
});

export const storedView = defineStored<StoredView>({
  key: "view",
  version: 1,
  migrations: {},
  read: (data) => ({ value: v.parse(Schema, data), lost: 0 }),
  empty: () => ({ screen: "home", scroll: {} }),
  precious: false,
});
