/**
 * Why a secret could not be sealed or opened. `key-lost`: this device's key is gone, the user has to enter the secret
 * again. `tampered`: the record was changed, or belongs elsewhere. `locked`: the key is wrapped in a way this version
 * cannot open. `unavailable`: the browser gives no access to the key store.
 */
export type VaultFailure = "key-lost" | "tampered" | "locked" | "unavailable";

export class VaultError extends Error {
  override readonly name = "VaultError";

  constructor(override readonly cause: VaultFailure) {
    super(`vault: ${cause}`);
  }
}
