const event = (type: string, properties: unknown) => JSON.stringify({ payload: { type, properties } });
const part = { id: "prt_x", sessionID: "ses_x", messageID: "msg_x" };

const LINES = [
  '{"payload":{"type":"session.upda',
  "nonsense",
  "[[]]",
  "null",
  event("never.heard.of", { of: "it" }),
  event("never.heard.of", { of: "it", text: "\u0000 \ud800 \udfff" }),
  event("message.updated", { info: { id: 7, role: [] } }),
  event("message.part.updated", { part: { ...part, type: "hologram", depth: "[".repeat(2_000) } }),
  event("session.status", { sessionID: "__proto__", status: { type: "busy" } }),
  event("session.status", { sessionID: "ses_x", status: "busy" }),
  `{"payload":{"type":"never.nested","properties":${"[".repeat(5_000)}${"]".repeat(5_000)}}}`,
];

/** What a stream should never carry, as server-sent events. */
export const NONSENSE = LINES.map((line) => `data: ${line}\n\n`).join("");

/** What of it is skipped, by kind, as the details of a connection tell it. */
export const SKIPPED = ["4 malformed", "2 never.heard.of", "1 message.updated", "2 session.status", "1 never.nested"];
