/**
 * Something that exists only while tests run, under a name that a file can hold from its beginning. What is done with the
 * name is done with the thing that was set last.
 */
export function late<T extends object>(what: string): { name: T; set(thing: T): void } {
  let current: T | undefined;
  const thing = (): T => {
    if (current === undefined) throw new Error(`There is no ${what} yet: it is made before the first test`);
    return current;
  };
  return {
    name: new Proxy({} as T, {
      get: (_, key) => Reflect.get(thing(), key) as unknown,
      has: (_, key) => Reflect.has(thing(), key),
    }),
    set(next) {
      current = next;
    },
  };
}
