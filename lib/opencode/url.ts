import { isLoopbackHost, isNearbyHost, isValidHost } from "./host";

/** What a typed address means. */
export type NormalisedUrl =
  | {
      ok: true;
      /** `scheme://host[:port][/path]` without a trailing slash, query, fragment or credentials. */
      url: string;
      isLoopback: boolean;
      /** What is sent can be read on the way, unless it is loopback. */
      isPlainHttp: boolean;
      /** Credentials that were part of the address; they belong in their own fields. */
      username?: string;
      password?: string;
    }
  | { ok: false; message: string };

/** Where `opencode serve` listens unless told otherwise. */
const DEFAULT_PORT = 4096;

const NOT_AN_ADDRESS = "This is not an address. Write it like 127.0.0.1:4096 or https://opencode.example.com.";

/**
 * Reads an address as people type or paste it.
 *
 * - Without a scheme: `http` for this machine, private addresses, single-label and local names, because that is how
 *   `opencode serve` speaks; `https` for everything public. Without scheme and port, this machine means port 4096.
 *   A number alone is a port of this machine.
 * - A path is kept, as reverse proxies mount servers under one. Pages of OpenCode's web UI (`/<folder>/session/…`) and
 *   its routes that people paste (`/session/…`, `/global/health`, `/doc`) are cut off.
 * - `0.0.0.0` and `[::]`, which servers print when they listen everywhere, mean this machine.
 * - `::1:4096` is read as `[::1]:4096`; any other IPv6 address without brackets is taken whole.
 */
export function normaliseServerUrl(text: string): NormalisedUrl {
  const typed = text.trim().replaceAll("\\", "/");
  if (typed === "") return fail("Enter the server’s address, for example 127.0.0.1:4096.");
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(typed)?.[1]?.toLowerCase();
  if (scheme && scheme !== "http" && scheme !== "https") {
    return fail(`The address must begin with http:// or https://, not ${scheme}://.`);
  }
  // Also the slips http:host, http:/host and http//host.
  const slip = /^(https?)(?::\/*|\/\/)/i.exec(typed);
  const rest = slip ? typed.slice(slip[0].length) : typed;
  const pieces = splitAddress(rest);
  if (!pieces) return fail(NOT_AN_ADDRESS);
  if (pieces.port !== undefined && !isPort(pieces.port)) return fail("A port is a number from 1 to 65535.");

  let parsed: URL;
  try {
    parsed = new URL(`http://${pieces.host}`);
  } catch {
    // The parser knows more about hosts than a pattern could: what it refuses is none.
    return fail(NOT_AN_ADDRESS);
  }
  const host = EVERYWHERE[parsed.hostname] ?? parsed.hostname;
  if (!isValidHost(host)) return fail(NOT_AN_ADDRESS);

  const isLoopback = isLoopbackHost(host);
  const protocol = slip?.[1]?.toLowerCase() ?? (isNearbyHost(host) && pieces.port !== "443" ? "http" : "https");
  const port = pieces.port ?? (isLoopback && !slip ? String(DEFAULT_PORT) : "");
  const url = new URL(`${protocol}://${host}${port ? `:${port}` : ""}/`);
  url.pathname = withoutRoutes(pieces.path);
  return {
    ok: true,
    url: url.href.replace(/\/+$/, ""),
    isLoopback,
    isPlainHttp: protocol === "http",
    ...(pieces.username ? { username: pieces.username } : {}),
    ...(pieces.password ? { password: pieces.password } : {}),
  };
}

const EVERYWHERE: Record<string, string> = { "0.0.0.0": "127.0.0.1", "[::]": "[::1]" };

function fail(message: string): NormalisedUrl {
  return { ok: false, message };
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535;
}

interface Pieces {
  host: string;
  port?: string;
  path: string;
  username?: string;
  password?: string;
}

/** Takes apart everything after the scheme. */
function splitAddress(rest: string): Pieces | undefined {
  const [, authority = "", path = ""] = /^([^/?#]*)([^?#]*)/.exec(rest) ?? [];
  const at = authority.lastIndexOf("@");
  const place = splitHost(authority.slice(at + 1));
  if (!place) return undefined;
  const [, username = "", password = ""] = at < 0 ? [] : (/^([^:]*):?(.*)$/s.exec(authority.slice(0, at)) ?? []);
  return { ...place, path, username: decode(username), password: decode(password) };
}

function splitHost(text: string): { host: string; port?: string } | undefined {
  if (/^:?\d+$/.test(text)) return { host: "127.0.0.1", port: text.replace(":", "") };
  const loopback = /^::1:(\d{1,5})$/.exec(text);
  if (loopback?.[1]) return { host: "[::1]", port: loopback[1] };
  if (/^[0-9a-f.:]*:[0-9a-f.]*:[0-9a-f.:]*$/i.test(text)) return { host: `[${text}]` };
  const [, host, port] = /^(\[[^\]]*\]|[^:[\]]+)(?::(.*))?$/.exec(text) ?? [];
  if (!host) return undefined;
  return port ? { host, port } : { host };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A password with a bare % in it: as typed.
    return text;
  }
}

/** The path without what belongs to the server behind it. */
function withoutRoutes(path: string): string {
  const segments = path.split("/").filter(Boolean);
  const cut = segments.findIndex(
    (segment, index) =>
      isFolderSegment(segment) ||
      (segment === "session" && (index === segments.length - 1 || segments[index + 1]?.startsWith("ses"))) ||
      (segment === "global" && ["health", "event"].includes(segments[index + 1] ?? "")) ||
      (segment === "doc" && index === segments.length - 1),
  );
  return `/${(cut < 0 ? segments : segments.slice(0, cut)).join("/")}`;
}

/** Whether a segment is the web UI's base64url of an absolute folder. */
function isFolderSegment(segment: string): boolean {
  if (segment.length < 4 || !/^[\w-]+=*$/.test(segment)) return false;
  try {
    const folder = atob(segment.replaceAll("-", "+").replaceAll("_", "/"));
    return /^(\/|[a-z]:[\\/])[\x20-\x7e\x80-\xff]+$/i.test(folder);
  } catch {
    // Not base64: a path of the proxy's.
    return false;
  }
}
