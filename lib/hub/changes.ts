import { type ChangeScope, FaultError, type FileChange, findSession, type SessionKey } from "../model";
import type { Reach } from "./reach";
import type { Store } from "./store";

/** Characters of one file's diffs, and of all of them, that are handed over unasked. */
const LARGE = 200_000;
const ALL = 2_000_000;

const sizeOf = ({ patches = [] }: FileChange): number => patches.reduce((sum, { length }) => sum + length, 0);

/** The same without the diffs that are too large, or too much together: those are asked for one by one. */
export function withoutLarge(changes: readonly FileChange[]): FileChange[] {
  let left = ALL;
  return changes.map((change) => {
    const size = sizeOf(change);
    if (size > LARGE || size > left) {
      const { patches, ...rest } = change;
      return rest;
    }
    left -= size;
    return change;
  });
}

/** What has become of files in a session's project. */
export function createChanges(store: Store, reach: Reach) {
  async function all(key: SessionKey, scope: ChangeScope): Promise<FileChange[]> {
    const { client, ref } = await reach.place(key);
    const before = findSession(store.state, key)?.session.revertedFrom;
    const whole = scope.type === "session" && before !== undefined ? { ...scope, before } : scope;
    return client.changes(ref, whole);
  }

  return {
    changes: async (key: SessionKey, scope: ChangeScope): Promise<FileChange[]> => withoutLarge(await all(key, scope)),

    /** @throws FaultError `not-found` when the file has not been changed any more */
    async changesOf(key: SessionKey, scope: ChangeScope, path: string): Promise<string[]> {
      const found = (await all(key, scope)).find((change) => change.path === path);
      if (!found) throw new FaultError({ kind: "not-found", detail: "the file is as it was" });
      return found.patches ?? [];
    },
  };
}
