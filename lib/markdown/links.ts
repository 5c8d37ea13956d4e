const LINK_PROTOCOLS: ReadonlySet<string> = new Set(["http:", "https:", "mailto:"]);

function parse(address: string): URL | undefined {
  return URL.canParse(address) ? new URL(address) : undefined;
}

/** The address of a link that may be followed: absolute, http, https or mailto; undefined for any other. */
export function safeLink(address: string): string | undefined {
  const url = parse(address.trim());
  return url && LINK_PROTOCOLS.has(url.protocol) ? url.href : undefined;
}

/** The source of an image that may be loaded when the reader asks for it: http, https or an inlined raster image. */
export function safeImage(address: string): { url: string; host: string } | undefined {
  const url = parse(address.trim());
  if (!url) return undefined;
  if (url.protocol === "http:" || url.protocol === "https:") return { url: url.href, host: url.host };
  if (/^data:image\/(?:png|jpeg|gif|webp|avif);base64,/i.test(url.href)) return { url: url.href, host: "inline" };
  return undefined;
}
