import * as v from "valibot";
import { SealedSchema } from "../vault";
import { readRows } from "./schema";
import { defineStored } from "./stored";

/** A profile at rest: password and header values sealed, everything else plain. */
export const StoredProfileSchema = v.object({
  id: v.pipe(v.string(), v.nonEmpty(), v.excludes("/")),
  name: v.string(),
  url: v.pipe(v.string(), v.url()),
  username: v.exactOptional(v.string()),
  password: v.exactOptional(SealedSchema),
  headers: v.array(v.object({ name: v.string(), value: SealedSchema })),
  enabled: v.boolean(),
  lastUsedAt: v.exactOptional(v.number()),
});

export type StoredProfile = v.InferOutput<typeof StoredProfileSchema>;

export const storedProfiles = defineStored<StoredProfile[]>({
  key: "profiles",
  version: 1,
  migrations: {},
  read: readRows(StoredProfileSchema),
  empty: () => [],
  precious: true,
});
