import { createMemo, createSignal } from "solid-js";
import { createStore } from "solid-js/store";
import type { HeaderDraft, ProfileDraft } from "../../lib/bridge/calls/servers";
import type { ServerProfile } from "../../lib/model";
import { type NormalisedUrl, normaliseServerUrl } from "../../lib/opencode/url";

/** A header as a row of the form. `saved`: its value is kept by the background and never shown. */
export interface HeaderRow {
  name: string;
  value: string;
  saved: boolean;
}

export interface ServerFields {
  address: string;
  name: string;
  username: string;
  password: string;
  /** Whether the saved password is kept; typing or clearing ends that. */
  keepPassword: boolean;
  headers: HeaderRow[];
  /** Whether the user accepts that credentials travel in the clear. */
  acceptsPlainHttp: boolean;
}

export interface ServerFormErrors {
  address?: string;
  headers?: string;
  plainHttp?: string;
}

/** The fields a profile's form begins with; without a profile those of a new one at `url`. */
export function fieldsOf(profile: ServerProfile | undefined, url = ""): ServerFields {
  return {
    address: profile?.url ?? url,
    name: profile?.name ?? "",
    username: profile?.username ?? "",
    password: "",
    keepPassword: profile?.hasPassword ?? false,
    headers: (profile?.headerNames ?? []).map((name) => ({ name, value: "", saved: true })),
    acceptsPlainHttp: false,
  };
}

/** Whether the address would carry what is sent to it readable for everyone on the way. */
export function isExposed(url: NormalisedUrl): boolean {
  return url.ok && url.isPlainHttp && !url.isLoopback;
}

/** RFC 9110, section 5.6.2: a field's name is a token. */
const HEADER_NAME = /^[\w!#$%&'*+.^`|~-]+$/;

/** What is wrong with the fields as they are; empty when they can be sent. */
export function errorsOf(fields: ServerFields): ServerFormErrors {
  const errors: ServerFormErrors = {};
  const url = normaliseServerUrl(fields.address);
  if (!url.ok) errors.address = url.message;
  const rows = usedHeaders(fields);
  if (rows.some((row) => !HEADER_NAME.test(row.name.trim()))) {
    errors.headers = "A header’s name has letters, digits and dashes only, for example CF-Access-Client-Id.";
  } else if (rows.some((row) => !row.saved && row.value.trim() === "")) {
    errors.headers = "Each header needs a value.";
  }
  if (isExposed(url) && hasCredentials(fields, url) && !fields.acceptsPlainHttp) {
    errors.plainHttp = "Confirm that the password may travel unencrypted, or use https.";
  }
  return errors;
}

function usedHeaders(fields: ServerFields): HeaderRow[] {
  return fields.headers.filter((row) => row.name.trim() || row.value.trim());
}

function hasCredentials(fields: ServerFields, url: NormalisedUrl): boolean {
  const inAddress = url.ok && Boolean(url.username || url.password);
  return inAddress || fields.keepPassword || fields.password !== "" || usedHeaders(fields).length > 0;
}

/** The fields as the background takes them. Call it only when `errorsOf` has nothing to say about the address. */
export function draftOf(fields: ServerFields, profile: ServerProfile | undefined): ProfileDraft | undefined {
  const url = normaliseServerUrl(fields.address);
  if (!url.ok) return undefined;
  const username = fields.username.trim() || url.username;
  const password = fields.password || url.password;
  return {
    ...(profile ? { id: profile.id } : {}),
    name: fields.name.trim() || nameFor(url.url, url.isLoopback),
    url: url.url,
    ...(username ? { username } : {}),
    ...(fields.keepPassword && !password ? {} : { password: password ?? "" }),
    headers: usedHeaders(fields).map(
      (row): HeaderDraft => ({ name: row.name.trim(), ...(row.saved ? {} : { value: row.value.trim() }) }),
    ),
  };
}

/** What a server is called when the user does not say. */
export function nameFor(url: string, isLoopback: boolean): string {
  return isLoopback ? "Local" : new URL(url).hostname;
}

/** The form's state: fields, what they mean, and what is wrong once the user has tried to go on. */
export function createServerForm(profile: ServerProfile | undefined, url?: string) {
  const [fields, change] = createStore<ServerFields>(fieldsOf(profile, url));
  const [tried, setTried] = createSignal(false);
  const meaning = createMemo(() => normaliseServerUrl(fields.address));
  const errors = createMemo(() => (tried() ? errorsOf(fields) : {}));
  return {
    fields,
    change,
    meaning,
    errors,
    /** Credentials typed into the address go to their own fields. */
    tidyAddress(): void {
      const now = meaning();
      if (!now.ok || (now.username === undefined && now.password === undefined)) return;
      change({
        address: now.url,
        ...(now.username ? { username: now.username } : {}),
        ...(now.password ? { password: now.password, keepPassword: false } : {}),
      });
    },
    /** The draft, if it can go out; else the errors show. */
    submit(): ProfileDraft | undefined {
      setTried(true);
      return Object.keys(errorsOf(fields)).length === 0 ? draftOf(fields, profile) : undefined;
    },
  };
}

export type ServerFormState = ReturnType<typeof createServerForm>;
