import type { SessionKey } from "../model";
import { readRows, SessionKeySchema } from "./schema";
import { defineStored } from "./stored";

/** Sessions in which the user wants every permission granted without being asked. */
export const storedAutoAccept = defineStored<SessionKey[]>({
  key: "auto-accept",
  version: 1,
  migrations: {},
  read: readRows(SessionKeySchema),
  empty: () => [],
  precious: true,
});
