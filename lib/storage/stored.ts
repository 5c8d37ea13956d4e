import { browser } from "wxt/browser";

/** How a value is kept: one key of `storage.local` holding `{v, data}`, so that a value and its version change together. */
export interface StoredSpec<T> {
  key: string;
  /** Of the format this program writes; the first is 1. */
  version: number;
  /** By the version they lead to: turn the data of the version before into it. They get `unknown` and may throw. */
  migrations: Record<number, (data: unknown) => unknown>;
  /** Checks data of this version; `lost` counts what had to be left out. Throws when nothing can be kept. */
  read(data: unknown): { value: T; lost: number };
  empty(): T;
  /** Whether unreadable data is set aside instead of thrown away. Not for what can be fetched again. */
  precious: boolean;
}

/** What became of a stored value that was not as expected. `unavailable`: the browser did not hand it over. */
export type StorageProblem = "repaired" | "unreadable" | "newer" | "unavailable";

export interface Loaded<T> {
  value: T;
  problem?: StorageProblem;
}

export interface Stored<T> {
  /** Never rejects: what cannot be read is a problem and an empty value. */
  load(): Promise<Loaded<T>>;
  /** @throws StorageFullError; StorageUnavailableError when it is precious and was not read before */
  save(value: T): Promise<void>;
  /** As it is kept, to be written together with others by `saveTogether`. For what is not precious. */
  entry(value: T): Record<string, unknown>;
  /** @throws StorageUnavailableError as `save` */
  remove(): Promise<void>;
}

export class StorageFullError extends Error {
  override readonly name = "StorageFullError";
}

/** Refuses to write over what is there and could not be read. */
export class StorageUnavailableError extends Error {
  override readonly name = "StorageUnavailableError";
  override readonly message = "The browser did not hand over what is stored here, and nothing is written over it.";
}

/** Keys of precious data whose last reading failed. */
const unread = new Set<string>();

/** Where unreadable precious data is set aside. */
export function asideKey(key: string): string {
  return `aside:${key}`;
}

export function defineStored<T>(spec: StoredSpec<T>): Stored<T> {
  const envelope = (value: T) => ({ v: spec.version, data: value });

  /** The original goes aside and what is left of it takes its place, so that the user is told once. */
  async function settle(raw: unknown, value: T, problem: StorageProblem): Promise<Loaded<T>> {
    if (spec.precious) await setAside(spec.key, raw, envelope(value));
    return { value, problem };
  }

  const fail = (raw: unknown, problem: StorageProblem) => settle(raw, spec.empty(), problem);

  return {
    async load() {
      let raw: unknown;
      try {
        raw = (await browser.storage.local.get(spec.key))[spec.key];
        unread.delete(spec.key);
      } catch (error) {
        console.warn(`${spec.key} was not read`, error);
        if (spec.precious) unread.add(spec.key);
        return { value: spec.empty(), problem: "unavailable" };
      }
      if (raw === undefined) return { value: spec.empty() };
      if (!isEnvelope(raw)) return fail(raw, "unreadable");
      if (raw.v > spec.version) return fail(raw, "newer");
      try {
        let data = raw.data;
        for (let version = raw.v + 1; version <= spec.version; version++) {
          data = spec.migrations[version]?.(data) ?? data;
        }
        const { value, lost } = spec.read(data);
        if (lost === 0) return { value };
        return settle(raw, value, "repaired");
      } catch {
        // A migration or the check has refused it; what it says is of no use to the user.
        return fail(raw, "unreadable");
      }
    },
    async save(value) {
      if (unread.has(spec.key)) throw new StorageUnavailableError();
      await (spec.precious ? writePrecious : write)({ [spec.key]: envelope(value) });
    },
    entry: (value) => ({ [spec.key]: envelope(value) }),
    async remove() {
      if (unread.has(spec.key)) throw new StorageUnavailableError();
      await removeStored([spec.key]);
    },
  };
}

function isEnvelope(raw: unknown): raw is { v: number; data: unknown } {
  return typeof raw === "object" && raw !== null && "v" in raw && Number.isInteger(raw.v) && "data" in raw;
}

/** Keys of the transcripts, which are copies of what the servers have, and of the list of them. */
export const TRANSCRIPT_PREFIX = "transcript:";
export const TRANSCRIPT_LEDGER = "transcripts";

/** Writes what nobody else has: where there is no room, the transcripts go, and again where another has just been stored. */
async function writePrecious(items: Record<string, unknown>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await write(items);
    } catch (error) {
      if (!(error instanceof StorageFullError) || tries === TRIES) throw error;
      const keys = Object.keys(await browser.storage.local.get());
      const spare = keys.filter((key) => key === TRANSCRIPT_LEDGER || key.startsWith(TRANSCRIPT_PREFIX));
      if (spare.length === 0) throw error;
      await removeStored(spare);
    }
  }
}

/** The background and every panel store something: each may take the room that another has just made. */
const TRIES = 4;

/**
 * Keeps a copy and puts `next` in its place. Without room for it the original stays what it is until something is saved in its place: a program that
 * does not start would be the worse loss.
 */
async function setAside(key: string, raw: unknown, next: unknown): Promise<void> {
  await writePrecious({ [asideKey(key)]: raw, [key]: next }).catch((error: unknown) =>
    console.warn(`${key} was not set aside`, error),
  );
}

/** Writes to `storage.local` of this program's page since it started, and removals: what the connection's details tell. */
export const storageWrites = { count: 0 };

/**
 * Writes entries in one go.
 *
 * @throws StorageFullError
 */
export async function saveTogether(entries: readonly Record<string, unknown>[]): Promise<void> {
  await write(Object.assign({}, ...entries));
}

/** Removes keys in one go; nothing is done for none. */
export async function removeStored(keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  storageWrites.count += 1;
  await browser.storage.local.remove([...keys]);
}

async function write(items: Record<string, unknown>): Promise<void> {
  storageWrites.count += 1;
  try {
    await browser.storage.local.set(items);
  } catch (error) {
    // Chromium: "Resource::kQuotaBytes quota exceeded"; Firefox: QuotaExceededError.
    const words = error instanceof Error ? `${error.name} ${error.message}` : String(error);
    if (/quota/i.test(words)) throw new StorageFullError(words);
    throw error;
  }
}
