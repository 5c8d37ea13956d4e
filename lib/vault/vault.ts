import * as v from "valibot";
import { fromBase64, toBase64 } from "./base64";
import { VaultError } from "./errors";
import { openKey } from "./key-record";
import { currentKey, findKey } from "./key-store";
import { type Sealed, SealedSchema } from "./sealed";

/**
 * Seals a secret for storage. `context` names the place it belongs to (e.g. `profile:<id>:password`) and is
 * authenticated: the record opens nowhere else. Throws `VaultError` (`unavailable`, `locked`).
 */
export async function seal(plain: string, context: string): Promise<Sealed> {
  const record = await currentKey();
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const data = await crypto.subtle.encrypt(
    { name: "AES-GCM", iv, additionalData: additionalData(record.id, context) },
    openKey(record),
    new TextEncoder().encode(plain),
  );
  return { v: 1, key: record.id, iv: toBase64(iv), data: toBase64(new Uint8Array(data)) };
}

/** Opens what `seal` made in the same `context`. Throws `VaultError` (`key-lost`, `tampered`, `locked`, `unavailable`). */
export async function unseal(sealed: Sealed, context: string): Promise<string> {
  if (!v.is(SealedSchema, sealed)) throw new VaultError("tampered");
  const record = await findKey(sealed.key);
  if (!record) throw new VaultError("key-lost");
  const key = openKey(record);
  try {
    const plain = await crypto.subtle.decrypt(
      { name: "AES-GCM", iv: fromBase64(sealed.iv), additionalData: additionalData(sealed.key, context) },
      key,
      fromBase64(sealed.data),
    );
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(plain);
  } catch {
    // WebCrypto gives one OperationError for a wrong tag, context or iv, on purpose; there is nothing more to pass on.
    throw new VaultError("tampered");
  }
}

function additionalData(keyId: string, context: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(["opencode-nexus/vault/1", keyId, context]));
}
