/** Chance that is the same for the same seed (mulberry32). */
export class Chance {
  constructor(private seed: number) {}

  /** From 0 up to 1. */
  next = (): number => {
    this.seed = (this.seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.seed ^ (this.seed >>> 15), 1 | this.seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  isHit(probability: number): boolean {
    return this.next() < probability;
  }

  /** Makes ids and the jitter of waits the same for the same seed; the result undoes it. */
  install(): () => void {
    const { random } = Math;
    const { getRandomValues, randomUUID } = crypto;
    Math.random = this.next;
    const fill = <T extends ArrayBufferView | null>(array: T): T => {
      if (array instanceof Uint8Array) for (let at = 0; at < array.length; at++) array[at] = this.between(0, 255);
      return array;
    };
    const uuid = () => `00000000-0000-4000-8000-${String(this.between(0, 999_999)).padStart(12, "0")}` as const;
    Object.assign(crypto, { getRandomValues: fill, randomUUID: uuid });
    return () => {
      Math.random = random;
      Object.assign(crypto, { getRandomValues, randomUUID });
    };
  }
}
