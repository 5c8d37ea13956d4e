/** Work that is done once for each key until it is forgotten, whoever asks for it; what failed may be tried again. */
export interface Once<K> {
  /** Resolves when it is done, or rejects with what it failed by. */
  ask(key: K, work: () => Promise<void>): Promise<void>;
  forget(): void;
}

export function createOnce<K>(): Once<K> {
  const asked = new Map<K, Promise<void>>();
  return {
    ask(key, work) {
      const known = asked.get(key);
      if (known) return known;
      const answer = work();
      asked.set(key, answer);
      answer.catch(() => {
        if (asked.get(key) === answer) asked.delete(key);
      });
      return answer;
    },
    forget: () => asked.clear(),
  };
}
