import { type Accessor, createEffect, createMemo, createSignal } from "solid-js";
import type { SessionKey } from "../../../lib/model";
import { usageWarnings } from "../../../lib/storage/usage-warnings";

/** The share of the context from which on the user is warned. */
const FULL = 0.8;
/** How much more has to be taken before a warning that was dismissed comes again. */
const STEP = 0.05;

export interface Warning {
  /** How full the context is, while the user is to be told. */
  share: Accessor<number | undefined>;
  dismiss(): void;
}

/** Tells when a context is nearly full; after it was compacted, a dismissal is of the past. */
export function createWarning(key: SessionKey, share: Accessor<number | undefined>): Warning {
  const [dismissedAt, setDismissedAt] = createSignal<number>();
  const [isKnown, setKnown] = createSignal(false);
  const told = (error: unknown) => console.warn("Whether a warning was dismissed is not stored", error);
  usageWarnings
    .dismissedAt(key)
    .then((at) => setDismissedAt((now) => now ?? at))
    .catch(told)
    .finally(() => setKnown(true));

  createEffect(() => {
    const now = share();
    if (now === undefined || now >= FULL || dismissedAt() === undefined) return;
    setDismissedAt(undefined);
    usageWarnings.forget(key).catch(told);
  });

  return {
    share: createMemo(() => (isKnown() && isWarned(share(), dismissedAt()) ? share() : undefined)),
    dismiss() {
      const at = share() ?? 1;
      setDismissedAt(at);
      usageWarnings.dismiss(key, at).catch(told);
    },
  };
}

function isWarned(share: number | undefined, dismissedAt: number | undefined): boolean {
  if (share === undefined || share < FULL) return false;
  return dismissedAt === undefined || share >= dismissedAt + STEP;
}
