import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";

/** Something that answers HTTP and is no OpenCode server. */
export interface FakeServer {
  url: string;
  close(): Promise<void>;
}

async function serve(listener: RequestListener): Promise<FakeServer> {
  const server = createServer(listener);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** A web site: every path is its page. */
export const webSite = () =>
  serve((_, response) => {
    response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><title>A site</title>");
  });

/** Some other program's interface, which answers every path in JSON. */
export const otherApi = () =>
  serve((_, response) => {
    response.writeHead(404, { "content-type": "application/json" }).end('{"error":"no such route"}');
  });

/** Simulates the one route by which an OpenCode 2 server is known, because no such server is packaged yet. */
export const openCode2 = () =>
  serve((request, response) => {
    const isInfo = request.url === "/api/info";
    response.writeHead(isInfo ? 200 : 404, { "content-type": "application/json" });
    response.end(JSON.stringify(isInfo ? { version: "2.0.0" } : { error: "not found" }));
  });

/** The service that OpenCode puts shared sessions on: hands out links, and takes what comes. `asked`: what it was asked for. */
export async function sharingService(): Promise<FakeServer & { asked: string[] }> {
  const asked: string[] = [];
  const server = await serve((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const isNew = request.url === "/api/share";
    response.writeHead(200, { "content-type": "application/json" });
    response.end(isNew ? JSON.stringify({ id: "1", url: "https://share.example/s/1", secret: "s" }) : "{}");
  });
  return { ...server, asked };
}
