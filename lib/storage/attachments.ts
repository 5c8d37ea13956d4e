import * as v from "valibot";

/** In IndexedDB: `storage.local` has 10 MiB for everything, and one picture may have a third of that. */
const DATABASE = "opencode-nexus-attachments";
const FILES = "files";

/** The bytes of an attachment, and when they were stored, in milliseconds since the epoch. */
export interface StoredFile {
  bytes: Uint8Array<ArrayBuffer>;
  storedAt: number;
}

const Schema = v.object({
  bytes: v.custom<Uint8Array<ArrayBuffer>>((value) => value instanceof Uint8Array),
  storedAt: v.number(),
}) satisfies v.GenericSchema<unknown, StoredFile>;

/** The bytes of attachments by their ids, for the panel and the background alike. All reject when the browser stores nothing. */
export const attachmentFiles = {
  put: (id: string, file: StoredFile): Promise<void> =>
    inStore("readwrite", async (store) => {
      await settled(store.put(file, id));
    }),
  get: (id: string): Promise<StoredFile | undefined> =>
    inStore("readonly", async (store) => {
      const value: unknown = await settled(store.get(id));
      return v.is(Schema, value) ? value : undefined;
    }),
  /** Of all that is stored. */
  ids: (): Promise<Set<string>> =>
    inStore("readonly", async (store) => new Set((await settled(store.getAllKeys())).map(String))),
  /** Drops what was stored before `time`, in milliseconds since the epoch, and is not among the `used`. */
  sweep: (used: ReadonlySet<string>, time: number): Promise<void> =>
    inStore("readwrite", async (store) => {
      for (const id of await settled(store.getAllKeys())) {
        if (used.has(String(id))) continue;
        const value: unknown = await settled(store.get(id));
        if (!v.is(Schema, value) || value.storedAt < time) store.delete(id);
      }
    }),
};

/** Resolves with `work`'s result when the transaction is on disk; `work` may wait for nothing but its requests. */
async function inStore<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => Promise<T>): Promise<T> {
  const database = await openDatabase();
  try {
    const transaction = database.transaction(FILES, mode);
    const done = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new DOMException("Aborted", "AbortError"));
    });
    const [result] = await Promise.all([work(transaction.objectStore(FILES)), done]);
    return result;
  } finally {
    database.close();
  }
}

async function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(FILES);
  };
  return settled(request);
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
