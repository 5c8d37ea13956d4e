import * as v from "valibot";

/**
 * A secret at rest, as JSON. AES-GCM with a 256-bit key, a random 96-bit `iv` (NIST SP 800-38D, 8.2.2) and a 128-bit tag at
 * the end of `data`. `key` is the id of the key it was sealed with. `iv` and `data` are base64.
 */
export const SealedSchema = v.object({
  v: v.literal(1),
  key: v.pipe(v.string(), v.nonEmpty()),
  iv: v.pipe(v.string(), v.base64()),
  data: v.pipe(v.string(), v.base64()),
});

export type Sealed = v.InferOutput<typeof SealedSchema>;
