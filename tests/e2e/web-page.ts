import { once } from "node:events";
import { createServer } from "node:http";

/** A web page on a server of its own: what people select from, with a link, an image and a text of several lines. */
export interface WebPage {
  url: string;
  title: string;
  /** What `#quote` holds, as a browser's selection gives it. */
  quote: string;
  close(): Promise<void>;
}

const TITLE = "Tide tables, explained";
const LINES = ["High water comes twice a day.", "Spring tides follow the moon."];

const HTML = `<!doctype html><meta charset="utf-8"><title>${TITLE}</title>
<style>body { font: 24px/40px sans-serif; margin: 40px } p, a, img { display: block; margin: 0 0 40px }</style>
<p id="quote">${LINES.join("<br>")}</p>
<a id="link" href="/harmonics">The harmonics of a tide</a>
<img id="image" src="/curve.svg" alt="A tidal curve" width="120" height="60">
<p id="blank" style="height: 200px"></p>`;
const IMAGE = `<svg xmlns="http://www.w3.org/2000/svg" width="120" height="60"><rect width="120" height="60"/></svg>`;

export async function serveWebPage(): Promise<WebPage> {
  const server = createServer((request, response) => {
    const isImage = request.url === "/curve.svg";
    response.writeHead(200, { "content-type": isImage ? "image/svg+xml" : "text/html" });
    response.end(isImage ? IMAGE : HTML);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The web page has no port");
  return {
    url: `http://127.0.0.1:${address.port}/tides?station=brest`,
    title: TITLE,
    quote: LINES.join("\n"),
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
