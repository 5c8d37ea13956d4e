import * as v from "valibot";
import { isKey, type Key } from "../keys/key";
import { onStoredChange } from "./changes";
import { defineStored } from "./stored";

/** What the user has made of the panel's keys. */
export interface KeyChoices {
  /** By the command's id; `null`: none. A command that is not in it has its usual key. */
  changed: Record<string, Key | null>;
  /** Whether keys that write a character count outside of text fields. */
  single: boolean;
}

const Schema = v.object({
  changed: v.record(v.pipe(v.string(), v.maxLength(100)), v.nullable(v.string())),
  single: v.boolean(),
});

const empty = (): KeyChoices => ({ changed: {}, single: true });

const stored = defineStored<KeyChoices>({
  key: "keys",
  version: 1,
  migrations: {},
  read(data) {
    const { changed, single } = v.parse(Schema, data);
    const all = Object.entries(changed);
    const kept = all.filter(([, key]) => key === null || isKey(key));
    return { value: { changed: Object.fromEntries(kept), single }, lost: all.length - kept.length };
  },
  empty,
  precious: true,
});

export const storedKeys = {
  ...stored,
  empty,
  /** Calls `handle` when another panel has changed them. Returns its end. */
  onChange: (handle: (choices: KeyChoices) => void): (() => void) =>
    onStoredChange("keys", async () => handle((await stored.load()).value)),
};
