import { FaultError } from "../../model";
import { compact } from "../compact";
import type { Http } from "../http";
import type { McpServer, McpState, ServerServices } from "../services";
import { check, decodeAll } from "./decode";
import * as Wire from "./schema";

const STATES: ReadonlyMap<string, McpState> = new Map([
  ["connected", "connected"],
  ["disabled", "off"],
  ["failed", "failed"],
  ["needs_auth", "sign-in"],
  ["needs_client_registration", "registration"],
]);

/** MCP, LSP and formatters: the part of the client for servers of version 1.x that deals with what works beside them. */
export function createServices(http: Http, onSkipped: (kind: string) => void): ServerServices {
  const of = (name: string, rest: string) => `/mcp/${encodeURIComponent(name)}/${rest}`;

  /** @throws FaultError `server-fault` when the MCP server is not connected in the end */
  function mustBeConnected(body: unknown): void {
    const status = check(Wire.McpStatus, body);
    if (status?.status === "connected") return;
    throw new FaultError({ kind: "server-fault", detail: status?.error || "it is still not connected" });
  }

  return {
    async services(directory, signal) {
      const query = { directory };
      const [mcp, lsp, formatters, paths] = await Promise.all([
        http.get("/mcp", { query, signal }),
        http.get("/lsp", { query, signal }),
        http.get("/formatter", { query, signal }),
        http.get("/path", { query, signal }),
      ]);
      const listed = check(Wire.McpStatuses, mcp.body);
      const known = check(Wire.Paths, paths.body);
      if (!listed || !known) throw new FaultError({ kind: "server-fault", detail: "its services are not as expected" });
      const skip = () => onSkipped("service");
      return {
        mcp: Object.entries(listed).map(([name, { status, error }]): McpServer => {
          return compact({ name, state: STATES.get(status) ?? "other", error: error || undefined });
        }),
        languageServers: decodeAll(lsp.body, (raw) => check(Wire.LanguageServer, raw), skip).map((server) => ({
          name: server.name || server.id,
          root: server.root,
          works: server.status === "connected",
        })),
        formatters: decodeAll(formatters.body, (raw) => check(Wire.Formatter, raw), skip),
        paths: known,
      };
    },

    async resources(directory, signal) {
      const { body } = await http.get("/experimental/resource", { query: { directory }, signal });
      // By names that mean nothing [measured on 1.18.33].
      const listed = typeof body === "object" && body !== null ? Object.values(body) : [];
      const found = decodeAll(
        listed,
        (raw) => check(Wire.Resource, raw),
        () => onSkipped("resource"),
      );
      return found.map((resource) => compact({ ...resource, description: resource.description || undefined }));
    },

    async setMcp(directory, name, on, signal) {
      // It answers when the MCP server has, which may have to be downloaded first.
      const options = { query: { directory }, signal, timeout: false as const };
      await http.post(of(name, on ? "connect" : "disconnect"), options);
    },

    async signInMcp(directory, name, signal) {
      const options = { query: { directory }, signal, timeout: false as const };
      mustBeConnected((await http.post(of(name, "auth/authenticate"), options)).body);
    },

    async beginServiceSignIn(directory, name, signal) {
      const { body } = await http.post(of(name, "auth"), { query: { directory }, signal });
      const begun = check(Wire.SignIn, body);
      if (!begun) throw new FaultError({ kind: "server-fault", detail: "it names no page to sign in at" });
      return begun.authorizationUrl;
    },

    async finishServiceSignIn(directory, name, code, signal) {
      mustBeConnected(
        (await http.post(of(name, "auth/callback"), { query: { directory }, json: { code }, signal })).body,
      );
    },
  };
}
