/** Does something to what all pages of this extension share while no other of them does: one after the other, by name. */
export function withLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  return navigator.locks.request(name, work);
}
