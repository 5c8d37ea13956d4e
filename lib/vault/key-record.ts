import { VaultError } from "./errors";

/**
 * How a key lies in the key store. `device`: as a non-extractable `CryptoKey`, usable by this extension in this browser
 * profile without asking. A key wrapped by a passphrase becomes a second member here, with its derivation parameters and
 * the wrapped bytes; `openKey` then answers `locked` until it was unlocked.
 */
export type KeyWrapping = { wrapping: "device"; key: CryptoKey };

export interface KeyRecord {
  id: string;
  /** Milliseconds since the epoch. */
  createdAt: number;
  kept: KeyWrapping;
}

const ALGORITHM = { name: "AES-GCM", length: 256 } as const;

export async function createKeyRecord(): Promise<KeyRecord> {
  const key = await crypto.subtle.generateKey(ALGORITHM, false, ["encrypt", "decrypt"]);
  return { id: crypto.randomUUID(), createdAt: Date.now(), kept: { wrapping: "device", key } };
}

/** Throws `VaultError` `locked` for a wrapping that this version cannot open. */
export function openKey(record: KeyRecord): CryptoKey {
  if (record.kept.wrapping === "device") return record.kept.key;
  throw new VaultError("locked");
}
