/** Hosts as `URL.hostname` writes them: lower case, IPv4 in four numbers, IPv6 compressed and in brackets. */

/** Whether traffic to the host stays on this machine. */
export function isLoopbackHost(host: string): boolean {
  return (
    host === "localhost" ||
    host.endsWith(".localhost") ||
    host === "[::1]" ||
    /^127(\.\d+){3}$/.test(host) ||
    // 127.0.0.0/8 mapped into IPv6.
    /^\[::ffff:7f[0-9a-f]{2}:[0-9a-f]+\]$/.test(host)
  );
}

/** Private IPv4 (RFC 1918), link-local (RFC 3927), shared (RFC 6598, used by overlay networks). */
const PRIVATE_V4 = [
  /^10\./,
  /^192\.168\./,
  /^172\.(1[6-9]|2\d|3[01])\./,
  /^169\.254\./,
  /^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./,
];

/** Names that resolve on a local network only: RFC 6762, RFC 8375, RFC 6761, and those routers give out. */
const LOCAL_NAME = /\.(local|lan|home|internal|test|home\.arpa|localdomain)$/;

/** Whether the host is on this machine or a private network, where servers rarely have certificates. */
export function isNearbyHost(host: string): boolean {
  if (isLoopbackHost(host)) return true;
  // fc00::/7 and fe80::/10.
  if (host.startsWith("[")) return /^\[(f[cd][0-9a-f]{2}|fe[89ab][0-9a-f]):/.test(host);
  if (/^\d+(\.\d+){3}$/.test(host)) return PRIVATE_V4.some((range) => range.test(host));
  return !host.includes(".") || LOCAL_NAME.test(host);
}

/** Stricter than the URL parser, which lets through names such as "a..b" or "what!". */
export function isValidHost(host: string): boolean {
  if (host.startsWith("[")) return true;
  return host.length <= 253 && host.split(".").every((label) => /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/.test(label));
}
