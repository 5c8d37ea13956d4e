import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";

/** A page with something to select, on this machine only. */
export interface WelcomePage {
  url: string;
  close(): Promise<void>;
}

export async function serveWelcomePage(): Promise<WelcomePage> {
  const html = await readFile(new URL("welcome.html", import.meta.url));
  const server = createServer((request, response) => {
    if (request.url === "/") response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(html);
    else response.writeHead(404).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The welcome page has no port");
  return {
    url: `http://127.0.0.1:${address.port}/`,
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
