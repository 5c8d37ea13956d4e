import { type Accessor, createSignal } from "solid-js";
import type { ServerId } from "../../lib/model";
import type { App } from "../app/context";

/** What MCP servers are called, by server and folder, for as long as the panel is there. */
const asked = new Map<string, Accessor<readonly string[]>>();

/** The MCP servers of a folder: none until the server has told them. Reading is reactive; the first asks. */
export function mcpServersOf(
  background: Pick<App["background"], "services">,
  server: ServerId,
  directory: string,
): readonly string[] {
  const place = JSON.stringify([server, directory]);
  const known = asked.get(place);
  if (known) return known();
  const [names, setNames] = createSignal<readonly string[]>([]);
  asked.set(place, names);
  background.services(server, directory).then(
    ({ mcp }) => setNames(mcp.map(({ name }) => name)),
    // The name is read as far as that goes without; who looks next asks again.
    () => asked.delete(place),
  );
  return names();
}

/** As OpenCode writes a name in those of tools [read, 1.18]. */
const written = (name: string) => name.replace(/[^a-zA-Z0-9_-]/g, "_");

export interface ServerTool {
  server: string;
  tool: string;
}

/**
 * Server and tool of a name `<server>_<tool>`. Both may have the sign in them: the longest of the known servers' names that
 * begins it is taken, else what comes before the first sign.
 *
 * @param servers asked for only where the name can be read in several ways
 */
export function splitToolName(name: string, servers: () => readonly string[]): ServerTool {
  const first = name.indexOf("_");
  const split = { server: name.slice(0, first), tool: name.slice(first + 1) };
  if (!split.tool.includes("_")) return split;
  return toolOfServer(name, servers()) ?? split;
}

/** Server and tool of a name, where it is known to be one of these servers'. */
export function toolOfServer(name: string, servers: readonly string[]): ServerTool | undefined {
  const [longest] = servers
    .filter((server) => name.startsWith(`${written(server)}_`) && name.length > server.length + 1)
    .sort((a, b) => b.length - a.length);
  return longest === undefined ? undefined : { server: longest, tool: name.slice(longest.length + 1) };
}
