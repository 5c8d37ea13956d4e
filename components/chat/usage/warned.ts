import type { SessionKey } from "../../../lib/model";

/** The share of the context from which on the user is warned. */
const FULL = 0.8;
/** How much more has to be taken before a warning that was dismissed comes again. */
const STEP = 0.05;

/** By session, the share at which the user dismissed the warning. */
const dismissed = new Map<SessionKey, number>();

/** Whether the user is to be told how full the context is. After it was compacted a dismissal is of the past. */
export function isWarned(key: SessionKey, share: number | undefined): boolean {
  if (share === undefined || share < FULL) {
    if (share !== undefined) dismissed.delete(key);
    return false;
  }
  const before = dismissed.get(key);
  return before === undefined || share >= before + STEP;
}

export function dismissWarning(key: SessionKey, share: number): void {
  dismissed.set(key, share);
}
