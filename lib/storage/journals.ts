import * as v from "valibot";
import { browser } from "wxt/browser";
import type { ServerId } from "../model";
import { FAULT_KINDS } from "../model/fault";
import type { JournalRecord } from "../sync/journal";

const counts = v.record(v.string(), v.number());
const JournalSchema = v.object({
  since: v.number(),
  lives: v.number(),
  states: v.array(
    v.object({
      at: v.number(),
      status: v.picklist(["disconnected", "asleep", "connecting", "connected", "reconnecting", "offline", "failed"]),
      cause: v.exactOptional(v.picklist(FAULT_KINDS)),
    }),
  ),
  streams: v.number(),
  breaks: counts,
  bytes: v.number(),
  lastByteAt: v.exactOptional(v.number()),
  lastHeartbeatAt: v.exactOptional(v.number()),
  applied: counts,
  noise: counts,
  skipped: counts,
  requests: v.number(),
  failedRequests: v.number(),
  roundTrips: v.array(v.number()),
}) satisfies v.GenericSchema<unknown, JournalRecord>;

const KEY = "journals";

/**
 * What connections have been through, in `storage.session`: it outlives the background and not the browser, and costs no
 * write to the disk. Anything unreadable there is as good as nothing.
 */
export const storedJournals = {
  async load(): Promise<Record<ServerId, JournalRecord>> {
    const raw = (await browser.storage.session.get(KEY))[KEY];
    const checked = v.safeParse(v.record(v.string(), JournalSchema), raw);
    return checked.success ? checked.output : {};
  },
  async save(journals: Record<ServerId, JournalRecord>): Promise<void> {
    await browser.storage.session.set({ [KEY]: journals });
  },
};
