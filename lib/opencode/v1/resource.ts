/*
 * Of what MCP servers have to be read a server of 1.18 stores the content, and a line that says what it has read: by the name that
 * the prompt gave, and the address, and not whose it is [measured on 1.18.33]. So the name tells that.
 */
const LINE = /^Reading MCP resource: (.+) \[([^[\]\s]+)\] \((.+)\)$/s;

/** How a resource is called in a prompt, so that `readResource` knows it again. */
export function resourceFilename(name: string, client: string): string {
  return `${name} [${encodeURIComponent(client)}]`;
}

/** The resource of which the server's line tells; undefined for any other text, and where another program did not say whose it is. */
export function readResource(text: string): { filename: string; url: string; client: string } | undefined {
  const [, filename, encoded, url] = LINE.exec(text) ?? [];
  if (filename === undefined || encoded === undefined || url === undefined) return undefined;
  try {
    return { filename, url, client: decodeURIComponent(encoded) };
  } catch {
    return undefined;
  }
}
