import type { Card, Deletion, OutboxEntry } from "../model";
import { CardSchema, DeletionSchema, OutboxEntrySchema, readRows } from "./schema";
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

export const storedDeletions = defineStored<Deletion[]>({
  key: "deletions",
  version: 1,
  migrations: {},
  read: readRows(DeletionSchema),
  empty: () => [],
  precious: true,
});
