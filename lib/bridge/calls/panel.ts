import * as v from "valibot";
import type { Notice, SessionKey } from "../../model";
import type { StorageProblem } from "../../storage/stored";
import { type CallTable, id, key, repeatable } from "./call";

/** What the panel met in its own dealings with storage: `full` and `failed` when writing, else when reading a draft. */
export type StorageReport = "full" | "failed" | StorageProblem;

/** What a panel keeps: cards, what was read, what the user is told. */
export interface PanelCalls {
  pinCard(key: SessionKey, pinned: boolean): Promise<void>;
  closeCard(key: SessionKey): Promise<void>;
  /** The user looks at the session: it is read up to now. */
  markSeen(key: SessionKey): Promise<void>;
  dismissNotice(id: Notice["id"]): Promise<void>;
  /** The panel could not store something, or could not read a draft: the user is told. */
  reportStorage(report: StorageReport): Promise<void>;
}

export const PANEL_CALLS: CallTable<PanelCalls> = {
  pinCard: repeatable(v.tuple([key, v.boolean()])),
  closeCard: repeatable(v.tuple([key])),
  markSeen: repeatable(v.tuple([key])),
  dismissNotice: repeatable(v.tuple([id])),
  reportStorage: repeatable(
    v.tuple([v.picklist(["full", "failed", "repaired", "unreadable", "newer", "unavailable"])]),
  ),
};
