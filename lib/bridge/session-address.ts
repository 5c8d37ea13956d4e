import { type SessionKey, splitSessionKey } from "../model";

/** Parts of a full tab's address, from the "#" on. */
export const written = (...parts: string[]): string => `#/${parts.map(encodeURIComponent).join("/")}`;

/** Where a full tab shows a session. */
export function sessionAddress(key: SessionKey): string {
  const { server, session } = splitSessionKey(key);
  return written("session", server, session);
}
