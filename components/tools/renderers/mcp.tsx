import Plug from "lucide-solid/icons/plug";
import { Arguments } from "../Arguments";
import { Result } from "../Result";
import type { ToolRenderer } from "../tool";

/** The server's own tools whose names look like it. */
const OWN: ReadonlySet<string> = new Set(["plan_enter", "plan_exit"]);

/**
 * Server and tool of a name `<server>_<tool>`. Names of servers may have the sign in them as well, and the first part
 * of one is then taken for all of it: so the whole name is shown, too.
 */
function splitName(name: string): { server: string; tool: string } {
  const at = name.indexOf("_");
  return { server: name.slice(0, at), tool: name.slice(at + 1) };
}

/** Tools of MCP servers, and those of plugins with several of them, which are named in the same way. */
export const mcp: ToolRenderer = {
  tools: [],
  matches: (tool) => /^[^_]+_./.test(tool) && !OWN.has(tool),
  summary(part) {
    const { server, tool } = splitName(part.tool);
    return {
      icon: Plug,
      verb: { base: "Use", doing: "Using", done: "Used" },
      subject: tool,
      code: true,
      note: server,
      path: part.tool,
    };
  },
  Detail: (props) => (
    <>
      <Arguments input={props.part.state.input} />
      <Result part={props.part} />
    </>
  ),
};
