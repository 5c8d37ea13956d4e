import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

/** An MCP server over HTTP that lets nobody in without a token, and the authorization server that gives one. */
export interface OAuthMcpServer {
  /** Where MCP is spoken. */
  url: string;
  close(): Promise<void>;
}

const CODE = "the-code";
const TOKEN = "the-token";

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request) body += String(chunk);
  return body;
}

function answer(method: string, params: { protocolVersion?: string }): object {
  if (method === "tools/list") return { tools: [] };
  if (method !== "initialize") return {};
  const serverInfo = { name: "locked", version: "1.0.0" };
  return { protocolVersion: params.protocolVersion, capabilities: { tools: {} }, serverInfo };
}

/** Starts it. Its page to sign in at agrees at once, and names the address it would lead to as its title. */
export async function startOAuthMcpServer(): Promise<OAuthMcpServer> {
  let base = "";
  const server = createServer((request, response) => void respond(request, response).catch(() => response.destroy()));

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "", base);
    const body = await bodyOf(request);
    const json = (value: unknown, status = 200, headers: Record<string, string> = {}) =>
      response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(value));
    const metadata = `${base}/.well-known/oauth-protected-resource`;
    if (url.pathname.startsWith("/.well-known/oauth-protected-resource")) {
      json({ resource: `${base}/mcp`, authorization_servers: [base] });
    } else if (url.pathname.startsWith("/.well-known/")) {
      json({
        issuer: base,
        authorization_endpoint: `${base}/authorize`,
        token_endpoint: `${base}/token`,
        registration_endpoint: `${base}/register`,
        response_types_supported: ["code"],
        grant_types_supported: ["authorization_code"],
        code_challenge_methods_supported: ["S256"],
        token_endpoint_auth_methods_supported: ["none"],
      });
    } else if (url.pathname === "/register") {
      json({ ...JSON.parse(body), client_id: "client" }, 201);
    } else if (url.pathname === "/authorize") {
      const back = new URL(url.searchParams.get("redirect_uri") ?? base);
      back.searchParams.set("code", CODE);
      back.searchParams.set("state", url.searchParams.get("state") ?? "");
      response.writeHead(200, { "content-type": "text/html" });
      response.end(`<!doctype html><title>${back.href.replaceAll("&", "&amp;")}</title>`);
    } else if (url.pathname === "/token") {
      const isRight = new URLSearchParams(body).get("code") === CODE;
      json(isRight ? { access_token: TOKEN, token_type: "Bearer" } : { error: "invalid_grant" }, isRight ? 200 : 400);
    } else if (request.headers.authorization !== `Bearer ${TOKEN}`) {
      json({ error: "unauthorized" }, 401, { "www-authenticate": `Bearer resource_metadata="${metadata}"` });
    } else if (request.method !== "POST") {
      response.writeHead(405).end();
    } else {
      const { id, method, params } = JSON.parse(body);
      // Notifications want no answer.
      if (id === undefined) response.writeHead(202).end();
      else json({ jsonrpc: "2.0", id, result: answer(method, params) });
    }
  }

  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port");
  base = `http://127.0.0.1:${address.port}`;
  return {
    url: `${base}/mcp`,
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
