/** Keeps the values used last, up to a total weight. */
export function createLru<V>(maxWeight: number, weigh: (value: V) => number) {
  const values = new Map<string, V>();
  let weight = 0;
  return {
    get(key: string): V | undefined {
      const value = values.get(key);
      if (value === undefined) return undefined;
      values.delete(key);
      values.set(key, value);
      return value;
    },
    set(key: string, value: V): void {
      const old = values.get(key);
      if (old !== undefined) weight -= weigh(old);
      values.delete(key);
      values.set(key, value);
      weight += weigh(value);
      for (const [oldest, dropped] of values) {
        if (weight <= maxWeight) break;
        values.delete(oldest);
        weight -= weigh(dropped);
      }
    },
  };
}
