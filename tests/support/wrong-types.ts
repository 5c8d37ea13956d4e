/** What no field should be. */
export const WRONG = [undefined, null, 7, Number.NaN, "wrong", "", true, [], [null], {}, { type: "wrong" }];

/** Every value of `data`, one after the other, replaced by each of `WRONG`. */
export function* mutations(data: unknown, path: string[] = []): Generator<{ path: string; data: unknown }> {
  for (const wrong of WRONG) yield { path: path.join("."), data: wrong };
  if (typeof data !== "object" || data === null) return;
  for (const [name, value] of Object.entries(data)) {
    for (const inner of mutations(value, [...path, name])) {
      const copy = (Array.isArray(data) ? [...data] : { ...data }) as Record<string, unknown>;
      copy[name] = inner.data;
      yield { path: inner.path, data: copy };
    }
  }
}
