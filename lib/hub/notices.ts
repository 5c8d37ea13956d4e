import type { StorageReport } from "../bridge/calls/panel";
import { describeFault, type Notice, type PermissionReply, type SessionKey, toFault } from "../model";
import { StorageFullError, type StorageProblem, StorageUnavailableError } from "../storage/stored";
import type { Store } from "./store";

const PROBLEMS: Record<StorageProblem, (what: string) => string> = {
  repaired: (what) => `Some of your ${what} could not be read and were left out. A copy of the original was kept.`,
  newer: (what) =>
    `A newer version of the extension saved your ${what}; this one cannot read that. A copy of the original was kept.`,
  unreadable: (what) => `Your ${what} could not be read. A copy of the original was kept; you can start anew.`,
  unavailable: (what) =>
    `The browser did not hand over your ${what}. Nothing of that was changed; restart the browser to try again.`,
};

const FULL: Notice = {
  id: "storage:full",
  tone: "warning",
  text: "The browser’s storage for this extension is full. Sessions still work; copies for reading offline are not kept.",
};

const FAILED: Notice = {
  id: "storage:failed",
  tone: "warning",
  text: "The browser did not save the extension’s data. Sessions still work; check the disk’s free space.",
};

const REPLIES: Record<PermissionReply, string> = { once: "Allow once", always: "Allow always", reject: "Reject" };

/** What the user is told that belongs to no server. One of a kind at a time. */
export function createNotices(store: Store) {
  function tell(notice: Notice): void {
    const others = store.state.notices.filter((other) => other.id !== notice.id);
    store.dispatch({ type: "notices.replaced", notices: [...others, notice] });
  }

  /** @param what in the user's words, e.g. "saved servers" */
  function storageProblem(what: string, problem: StorageProblem): void {
    tell({ id: `storage:${what}`, tone: "warning", text: PROBLEMS[problem](what) });
  }

  return {
    storageProblem,
    /** Something was not stored. @param error as the storage threw it */
    notStored(error: unknown): void {
      // Told when it was read.
      if (error instanceof StorageUnavailableError) return;
      tell(error instanceof StorageFullError ? FULL : FAILED);
    },
    /** @param title of a session that its server did not delete */
    notDeleted(key: SessionKey, title: string, error: unknown): void {
      const { title: reason } = describeFault(toFault(error));
      tell({
        id: `not-deleted:${key}`,
        tone: "warning",
        text: `“${title || "Untitled session"}” was not deleted: ${reason}.`,
      });
    },
    /** @param title of the session that nobody's answer is waited for in any more */
    cameTooLate(key: SessionKey, title: string, reply: PermissionReply): void {
      tell({
        id: `too-late:${key}`,
        tone: "warning",
        text: `“${title}”: “${REPLIES[reply]}” came too late. It was answered elsewhere, or its agent has stopped.`,
      });
    },
    /** What a panel met. */
    reported(report: StorageReport): void {
      if (report === "full") tell(FULL);
      else if (report === "failed") tell(FAILED);
      else storageProblem(report === "repaired" ? "draft’s attachments" : "draft", report);
    },
    dismiss(id: string): void {
      store.dispatch({ type: "notices.replaced", notices: store.state.notices.filter((notice) => notice.id !== id) });
    },
  };
}

export type Notices = ReturnType<typeof createNotices>;
