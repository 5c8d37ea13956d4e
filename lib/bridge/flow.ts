/** Milliseconds over which a flow is judged. */
const SPAN = 500;

/** How fast something comes, by what came lately. */
export interface Flow {
  add(amount: number): void;
  /** Per second. */
  rate(): number;
}

export function createFlow(now: () => number): Flow {
  let level = 0;
  let at = now();

  function settle(): void {
    const time = now();
    // A clock that was set back says nothing about the flow.
    level *= Math.exp(Math.min(0, at - time) / SPAN);
    at = time;
  }

  return {
    add(amount) {
      settle();
      level += amount;
    },
    rate() {
      settle();
      return (level * 1_000) / SPAN;
    },
  };
}
