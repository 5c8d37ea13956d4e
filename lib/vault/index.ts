export { VaultError, type VaultFailure } from "./errors";
export { type Sealed, SealedSchema } from "./sealed";
export { seal, unseal } from "./vault";
