import type { Card, OutboxEntry } from "../model";
import { CardSchema, OutboxEntrySchema, readRows } from "./schema";
import { defineStored } from "./stored";

export const storedCards = defineStored<Card[]>({
  key: "cards",
  version: 1,
  migrations: {},
  read: readRows(CardSchema),
  empty: () => [],
  precious: true,
});

export const storedOutbox = defineStored<OutboxEntry[]>({
  key: "outbox",
  version: 1,
  migrations: {},
  read: readRows(OutboxEntrySchema),
  empty: () => [],
  precious: true,
});
