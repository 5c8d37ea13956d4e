/*
 * A small MCP server on standard input and output, one JSON-RPC message a line: tells tides, and draws a chart of them. Of
 * what can be read it has a text, a picture, and one that cannot be read after all.
 * Run by the OpenCode servers of tests, with Node alone.
 */
import { createInterface } from "node:readline";

/** 24 × 8 pixels of sea. */
const CHART =
  "iVBORw0KGgoAAAANSUhEUgAAABgAAAAICAIAAABsw6g0AAAAPklEQVR42mN48e4PVRCDfvR1goqIUQMyCL86iAKCahjwq4PLElTDgEcdmin41TDgUofVFDxqGPBoIAlRzSAAIu2QTgEdE9UAAAAASUVORK5CYII=";

const string = { type: "string" };
const TOOLS = [
  { name: "tide_table", description: "High and low water", properties: { port: string, days: { type: "number" } } },
  { name: "draw_chart", description: "A chart of the tides", properties: { port: string } },
];

const RESOURCES = [
  {
    uri: "harbour://board",
    name: "Notice board",
    description: "What the harbour master tells",
    mimeType: "text/plain",
  },
  { uri: "harbour://chart", name: "chart of Brest", mimeType: "image/png" },
  { uri: "harbour://sunk", name: "Sunken log" },
];

function read(uri) {
  if (uri === "harbour://board")
    return { contents: [{ uri, mimeType: "text/plain", text: "The lock is shut until noon." }] };
  if (uri === "harbour://chart") return { contents: [{ uri, mimeType: "image/png", blob: CHART }] };
  throw new Error(`No such resource: ${uri}`);
}

function call({ name, arguments: input = {} }) {
  if (name === "draw_chart") {
    return {
      content: [
        { type: "text", text: `The tides at ${input.port}.` },
        { type: "image", mimeType: "image/png", data: CHART },
      ],
    };
  }
  if (input.port === "Atlantis") return { isError: true, content: [{ type: "text", text: "No such port: Atlantis" }] };
  const table = JSON.stringify({ port: input.port, high: ["03:12", "15:38"], low: ["09:20", "21:51"] });
  return { content: [{ type: "text", text: table }] };
}

function answer({ method, params }) {
  if (method === "initialize") {
    const serverInfo = { name: "harbour", version: "1.0.0" };
    return { protocolVersion: params.protocolVersion, capabilities: { tools: {}, resources: {} }, serverInfo };
  }
  if (method === "tools/list") {
    return {
      tools: TOOLS.map(({ properties, ...tool }) => ({ ...tool, inputSchema: { type: "object", properties } })),
    };
  }
  if (method === "resources/list") return { resources: RESOURCES };
  if (method === "resources/templates/list") return { resourceTemplates: [] };
  if (method === "resources/read") return read(params.uri);
  return method === "tools/call" ? call(params) : {};
}

function outcome(message) {
  try {
    return { result: answer(message) };
  } catch (error) {
    return { error: { code: -32002, message: error.message } };
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const message = JSON.parse(line);
  // Notifications want no answer.
  if (message.id === undefined) continue;
  console.log(JSON.stringify({ jsonrpc: "2.0", id: message.id, ...outcome(message) }));
}
