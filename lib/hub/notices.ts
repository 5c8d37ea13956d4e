import type { Notice } from "../model";
import type { StorageProblem } from "../storage/stored";
import type { Store } from "./store";

/** What the user is told that belongs to no server. One of a kind at a time. */
export function createNotices(store: Store) {
  function tell(notice: Notice): void {
    const others = store.state.notices.filter((other) => other.id !== notice.id);
    store.dispatch({ type: "notices.replaced", notices: [...others, notice] });
  }

  return {
    /** @param what in the user's words, e.g. "saved servers" */
    storageProblem(what: string, problem: StorageProblem): void {
      const text =
        problem === "repaired"
          ? `Some of your ${what} could not be read and were left out. A copy of the original was kept.`
          : problem === "newer"
            ? `Your ${what} were saved by a newer version of the extension and cannot be read by this one. A copy was kept.`
            : `Your ${what} could not be read and were set aside. You can start anew.`;
      tell({ id: `storage:${what}`, tone: "warning", text });
    },
    storageFull(): void {
      tell({
        id: "storage:full",
        tone: "warning",
        text: "The browser’s storage for this extension is full. Sessions still work; copies for reading offline are not kept.",
      });
    },
    storageFailed(): void {
      tell({
        id: "storage:failed",
        tone: "warning",
        text: "The browser did not save the panel’s data. Sessions still work; check the disk’s free space.",
      });
    },
    dismiss(id: string): void {
      store.dispatch({ type: "notices.replaced", notices: store.state.notices.filter((notice) => notice.id !== id) });
    },
  };
}

export type Notices = ReturnType<typeof createNotices>;
