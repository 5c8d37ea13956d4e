import type { HeaderDraft, ProfileDraft } from "../bridge/calls/servers";
import { FaultError, type ServerId, type ServerProfile } from "../model";
import type { Endpoint } from "../opencode/http";
import { normaliseServerUrl } from "../opencode/url";
import { type StoredProfile, storedProfiles } from "../storage/profiles";
import { seal, unseal, VaultError } from "../vault";

/** What ties a sealed secret to its place, so that one cannot be put in another's. */
const passwordContext = (id: ServerId) => `profile:${id}:password`;
const headerContext = (id: ServerId, name: string) => `profile:${id}:header:${name.toLowerCase()}`;

/** Header names that a profile may not set: the browser or this program does. */
const RESERVED = new Set(["authorization", "host", "cookie", "content-length", "content-type", "accept"]);
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
/** What `fetch` sends as a header's value: no line breaks, nothing beyond Latin-1. */
const VALUE = /^[\t\x20-\x7e\xa0-\xff]*$/;

/** @throws FaultError `rejected-input`, naming the header and never its value */
function checkHeaders(headers: HeaderDraft[]): void {
  for (const { name, value = "" } of headers) {
    if (!TOKEN.test(name) || RESERVED.has(name.toLowerCase())) {
      throw new FaultError({ kind: "rejected-input", detail: `“${name}” cannot be used as a header` });
    }
    if (!VALUE.test(value)) {
      throw new FaultError({
        kind: "rejected-input",
        detail: `The value of “${name}” has characters no header can have`,
      });
    }
  }
}

export function toView(profile: StoredProfile): ServerProfile {
  const { id, name, url, username, enabled, lastUsedAt } = profile;
  return {
    id,
    name,
    url,
    ...(username === undefined ? {} : { username }),
    hasPassword: profile.password !== undefined,
    headerNames: profile.headers.map((header) => header.name),
    enabled,
    ...(lastUsedAt === undefined ? {} : { lastUsedAt }),
  };
}

/** A secret entered for one place is never sent to another: a new address means entering it again. */
function isSameOrigin(a: string, b: string): boolean {
  return new URL(a).origin === new URL(b).origin;
}

/** What the browser gives access by: scheme and name, whatever the port. */
function isSameHost(a: string, b: string): boolean {
  const [one, other] = [new URL(a), new URL(b)];
  return one.protocol === other.protocol && one.hostname === other.hostname;
}

/** The saved profiles. Secrets are opened only to make an endpoint, and never leave this file otherwise. */
export function createProfiles() {
  let profiles: StoredProfile[] = [];

  async function save(next: StoredProfile[]): Promise<void> {
    await storedProfiles.save(next);
    profiles = next;
  }

  async function open(sealed: StoredProfile["password"], context: string): Promise<string | undefined> {
    if (sealed === undefined) return undefined;
    try {
      return await unseal(sealed, context);
    } catch (error) {
      if (error instanceof VaultError) throw new FaultError({ kind: "secret-unreadable" });
      throw error;
    }
  }

  function find(id: ServerId): StoredProfile {
    const profile = profiles.find((one) => one.id === id);
    if (!profile) throw new FaultError({ kind: "not-found", detail: "this server was removed" });
    return profile;
  }

  async function headersOf(id: ServerId, drafts: HeaderDraft[], held: StoredProfile | undefined) {
    checkHeaders(drafts);
    const headers: StoredProfile["headers"] = [];
    for (const { name, value } of drafts) {
      const kept = held?.headers.find((header) => header.name === name);
      if (value !== undefined) headers.push({ name, value: await seal(value, headerContext(id, name)) });
      else if (kept) headers.push(kept);
    }
    return headers;
  }

  return {
    all: () => profiles,

    /** Whether a saved server is reached at the host of `url`. */
    usesHost: (url: string): boolean => profiles.some((one) => isSameHost(one.url, url)),

    async load() {
      const loaded = await storedProfiles.load();
      profiles = loaded.value;
      return loaded;
    },

    /** @throws FaultError `rejected-input` with the sentence to show */
    async put(draft: ProfileDraft, now: number): Promise<StoredProfile> {
      const address = normaliseServerUrl(draft.url);
      if (!address.ok) throw new FaultError({ kind: "rejected-input", detail: address.message });
      const held = draft.id === undefined ? undefined : find(draft.id);
      const id = held?.id ?? crypto.randomUUID();
      const kept = held && isSameOrigin(held.url, address.url) ? held : undefined;
      const password =
        draft.password === undefined
          ? kept?.password
          : draft.password === ""
            ? undefined
            : await seal(draft.password, passwordContext(id));
      const profile: StoredProfile = {
        id,
        name: draft.name.trim() || new URL(address.url).host,
        url: address.url,
        ...(draft.username?.trim() ? { username: draft.username.trim() } : {}),
        ...(password === undefined ? {} : { password }),
        headers: await headersOf(id, draft.headers, kept),
        enabled: true,
        lastUsedAt: now,
      };
      await save(held ? profiles.map((one) => (one.id === id ? profile : one)) : [...profiles, profile]);
      return profile;
    },

    async change(id: ServerId, change: Partial<Pick<StoredProfile, "enabled" | "lastUsedAt">>): Promise<StoredProfile> {
      const profile = { ...find(id), ...change };
      await save(profiles.map((one) => (one.id === id ? profile : one)));
      return profile;
    },

    remove: (id: ServerId) => save(profiles.filter((one) => one.id !== id)),

    /** @throws FaultError `secret-unreadable` when this device's key is gone */
    async endpoint(id: ServerId): Promise<Endpoint> {
      const profile = find(id);
      const headers: Record<string, string> = {};
      for (const { name, value } of profile.headers) {
        headers[name] = (await open(value, headerContext(id, name))) ?? "";
      }
      const password = await open(profile.password, passwordContext(id));
      const { url, username } = profile;
      return {
        url,
        headers,
        ...(username === undefined ? {} : { username }),
        ...(password === undefined ? {} : { password }),
      };
    },

    /** What a draft would be as an endpoint, with the saved secrets where it leaves them alone. */
    async draftEndpoint(draft: ProfileDraft): Promise<Endpoint> {
      const address = normaliseServerUrl(draft.url);
      if (!address.ok) throw new FaultError({ kind: "rejected-input", detail: address.message });
      checkHeaders(draft.headers);
      const saved = draft.id === undefined ? undefined : await this.endpoint(draft.id);
      const held = saved && isSameOrigin(saved.url, address.url) ? saved : undefined;
      const headers: Record<string, string> = {};
      for (const { name, value } of draft.headers) headers[name] = value ?? held?.headers[name] ?? "";
      const password = draft.password ?? held?.password;
      return {
        url: address.url,
        headers,
        ...(draft.username ? { username: draft.username } : {}),
        ...(password ? { password } : {}),
      };
    },
  };
}

export type Profiles = ReturnType<typeof createProfiles>;
