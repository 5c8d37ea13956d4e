/** Locks as pages of an extension share them, which neither Node nor its DOM has: whoever asks waits for those before. */
export function giveLocks(): void {
  const last = new Map<string, Promise<unknown>>();
  function request<T>(name: string, work: () => Promise<T>): Promise<T> {
    const done = (last.get(name) ?? Promise.resolve()).then(work);
    last.set(
      name,
      done.catch(() => undefined),
    );
    return done;
  }
  if (typeof navigator === "undefined")
    Object.defineProperty(globalThis, "navigator", { value: {}, configurable: true });
  Object.defineProperty(navigator, "locks", { value: { request }, configurable: true });
}
