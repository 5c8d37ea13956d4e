import { Plug } from "../../ui/icons";
import { Arguments } from "../Arguments";
import { splitToolName } from "../mcp-names";
import { Result } from "../Result";
import type { ToolRenderer } from "../tool";

/** The server's own tools whose names look like it. */
const OWN: ReadonlySet<string> = new Set(["plan_enter", "plan_exit"]);

/** Tools of MCP servers, and those of plugins with several of them, which are named in the same way. */
export const mcp: ToolRenderer = {
  tools: [],
  matches: (tool) => /^[^_]+_./.test(tool) && !OWN.has(tool),
  summary(part, context) {
    const { server, tool } = splitToolName(part.tool, context.mcpServers);
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
