const FIRST = 500;
const CAP = 30_000;

/**
 * Milliseconds to wait before the try number `attempt` (the first is 1): doubling from half a second, at most 30 s, of
 * which a random share of up to a half is left off, so that panels do not all come at once.
 */
export function backoff(attempt: number, random: () => number): number {
  const whole = Math.min(CAP, FIRST * 2 ** (attempt - 1));
  return Math.round(whole * (1 - random() / 2));
}
