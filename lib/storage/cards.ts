import type { Card, Deletion, OutboxEntry, SessionKey } from "../model";
import { CardSchema, DeletionSchema, OutboxEntrySchema, readRows, SeenSchema } from "./schema";
import { defineStored } from "./stored";

export const storedCards = defineStored<Card[]>({
  key: "cards",
  version: 1,
  migrations: {},
  read: readRows(CardSchema),
  empty: () => [],
  precious: true,
});

/** What was seen of sessions that were cards, in their order. */
export const storedSeen = defineStored<{ key: SessionKey; seenAt: number }[]>({
  key: "seen",
  version: 1,
  migrations: {},
  read: readRows(SeenSchema),
  empty: () => [],
  precious: false,
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
