import * as v from "valibot";
import { defineStored } from "./stored";

const MOST = 12;

const stored = defineStored<string[]>({
  key: "recent-commands",
  version: 1,
  migrations: {},
  read: (data) => ({ value: v.parse(v.array(v.string()), data).slice(0, MOST), lost: 0 }),
  empty: () => [],
  precious: false,
});

/** Ids of the commands that were chosen last, the last first. */
export const recentCommands = {
  load: async (): Promise<string[]> => (await stored.load()).value,
  /** @throws StorageFullError */
  async add(id: string): Promise<void> {
    const others = (await stored.load()).value.filter((held) => held !== id);
    await stored.save([id, ...others].slice(0, MOST));
  },
};
