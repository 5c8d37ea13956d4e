/** Middle and spread of figures: the quartiles, between which half of them lie. */
export interface Summary {
  median: number;
  q1: number;
  q3: number;
  n: number;
}

/** The value below which that share of the figures lies, between neighbours in proportion; NaN of none. */
export function quantile(figures: readonly number[], share: number): number {
  const sorted = [...figures].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const low = sorted[Math.floor(place)] ?? Number.NaN;
  const high = sorted[Math.ceil(place)] ?? Number.NaN;
  return low + (high - low) * (place - Math.floor(place));
}

export function summarise(figures: readonly number[]): Summary {
  return {
    median: quantile(figures, 0.5),
    q1: quantile(figures, 0.25),
    q3: quantile(figures, 0.75),
    n: figures.length,
  };
}

export const median = (figures: readonly number[]): number => quantile(figures, 0.5);
