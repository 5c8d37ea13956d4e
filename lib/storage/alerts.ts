import * as v from "valibot";
import { browser } from "wxt/browser";
import type { SessionKey } from "../model";
import { onStoredChange } from "./changes";
import { SessionKeySchema } from "./schema";
import { defineStored } from "./stored";

/** Of what the user wants to be told by the system while no panel shows it. */
export interface AlertChoices {
  /** Whether they were asked if they want that. */
  asked: boolean;
  permission: boolean;
  question: boolean;
  finished: boolean;
  failed: boolean;
  /** Whether a permission's notification says what exactly is asked for, which may be a secret, and can answer it. */
  answer: boolean;
}

const everything = (): AlertChoices => ({
  asked: false,
  permission: true,
  question: true,
  finished: true,
  failed: true,
  answer: false,
});

const choice = v.fallback(v.boolean(), true);
const Schema = v.object({
  asked: v.boolean(),
  permission: choice,
  question: choice,
  finished: choice,
  failed: choice,
  answer: v.fallback(v.boolean(), false),
});

const stored = defineStored<AlertChoices>({
  key: "alerts",
  version: 2,
  // The first version let everybody answer what its notifications did not tell.
  migrations: { 2: (data) => ({ ...v.parse(Schema, data), answer: false }) },
  read: (data) => ({ value: v.parse(Schema, data), lost: 0 }),
  empty: everything,
  precious: true,
});

export const alertChoices = {
  load: async (): Promise<AlertChoices> => (await stored.load()).value,
  /** @throws StorageFullError and the like */
  save: stored.save,
  /** Calls `handle` when they were changed, here or in another panel. Returns its end. */
  onChange: (handle: (choices: AlertChoices) => void): (() => void) =>
    onStoredChange("alerts", async () => handle((await stored.load()).value)),
};

/** What another life of the background has told, and what ran then. */
export interface AlertMemory {
  told: string[];
  running: SessionKey[];
  /** What stands in the notifications that tell of several. */
  joined: { requests: string[]; ends: string[] };
}

const MEMORY = "alerts";
const Ids = v.array(v.string());
const MemorySchema = v.object({
  told: Ids,
  running: v.array(SessionKeySchema),
  joined: v.object({ requests: Ids, ends: Ids }),
});
const nothing = (): AlertMemory => ({ told: [], running: [], joined: { requests: [], ends: [] } });

/** In `storage.session`: it outlives the background and not the browser. */
export const alertMemory = {
  async load(): Promise<AlertMemory> {
    const raw = (await browser.storage.session.get(MEMORY))[MEMORY];
    const checked = v.safeParse(MemorySchema, raw);
    return checked.success ? checked.output : nothing();
  },
  async save(memory: AlertMemory): Promise<void> {
    await browser.storage.session.set({ [MEMORY]: memory });
  },
};
