import { VaultError } from "./errors";
import { createKeyRecord, type KeyRecord } from "./key-record";

const DATABASE = "opencode-nexus-vault";
const KEYS = "keys";
const POINTERS = "pointers";
const CURRENT = "current";

/**
 * The key that new secrets are sealed with; made at the first use. Several contexts (background, panel, settings) may ask
 * at once: whoever's transaction comes first decides, and all get the same key.
 */
export async function currentKey(): Promise<KeyRecord> {
  const existing = await withDatabase((database) => inTransaction(database, "readonly", readCurrent));
  if (existing) return existing;
  // A transaction ends while WebCrypto works, so the candidate is made before the transaction that may store it.
  const candidate = await createKeyRecord();
  return withDatabase((database) =>
    inTransaction(database, "readwrite", async (transaction) => {
      const winner = await readCurrent(transaction);
      if (winner) return winner;
      transaction.objectStore(KEYS).put(candidate, candidate.id);
      transaction.objectStore(POINTERS).put(candidate.id, CURRENT);
      return candidate;
    }),
  );
}

/** The key with this id; `undefined` when it is gone. */
export function findKey(id: string): Promise<KeyRecord | undefined> {
  return withDatabase((database) => inTransaction(database, "readonly", (transaction) => readKey(transaction, id)));
}

async function readCurrent(transaction: IDBTransaction): Promise<KeyRecord | undefined> {
  const id: unknown = await settled(transaction.objectStore(POINTERS).get(CURRENT));
  return typeof id === "string" ? readKey(transaction, id) : undefined;
}

async function readKey(transaction: IDBTransaction, id: string): Promise<KeyRecord | undefined> {
  const record: unknown = await settled(transaction.objectStore(KEYS).get(id));
  return isKeyRecord(record) ? record : undefined;
}

function isKeyRecord(value: unknown): value is KeyRecord {
  if (typeof value !== "object" || value === null || !("id" in value) || !("kept" in value)) return false;
  const { kept } = value;
  return typeof kept === "object" && kept !== null && "wrapping" in kept;
}

async function withDatabase<T>(use: (database: IDBDatabase) => Promise<T>): Promise<T> {
  const database = await openDatabase();
  try {
    return await use(database);
  } catch {
    // What IndexedDB says (quota, aborted, closing) leaves one thing to do: try again later.
    throw new VaultError("unavailable");
  } finally {
    database.close();
  }
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(KEYS);
      request.result.createObjectStore(POINTERS);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new VaultError("unavailable"));
  });
}

/** Resolves with `work`'s result when the transaction is on disk; `work` may wait for nothing but its requests. */
async function inTransaction<T>(
  database: IDBDatabase,
  mode: IDBTransactionMode,
  work: (transaction: IDBTransaction) => Promise<T>,
): Promise<T> {
  const transaction = database.transaction([KEYS, POINTERS], mode);
  const done = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new DOMException("Aborted", "AbortError"));
  });
  const [result] = await Promise.all([work(transaction), done]);
  return result;
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
