import { describe, expect, it } from "vitest";
import { concerns, snapshotFor } from "../../../lib/bridge/panel-view";
import {
  emptyServer,
  emptyState,
  emptyTranscript,
  type Message,
  type Part,
  type ServerEvent,
} from "../../../lib/model";

const state = emptyState();
for (const id of ["s", "t"]) {
  const server = emptyServer({
    id,
    name: id,
    url: "http://127.0.0.1",
    hasPassword: false,
    headerNames: [],
    enabled: true,
  });
  server.transcripts = { a: emptyTranscript(), b: emptyTranscript() };
  server.statuses = { a: { type: "busy" } };
  state.servers[id] = server;
}

describe("the state as a panel gets it", () => {
  it("has of all transcripts only the one it shows, and everything else", () => {
    const shown = snapshotFor(state, "s/b");
    expect(Object.keys(shown.servers.s?.transcripts ?? {})).toEqual(["b"]);
    expect(shown.servers.t?.transcripts).toEqual({});
    expect(shown.servers.t?.statuses).toEqual({ a: { type: "busy" } });
    expect(Object.keys(snapshotFor(state, undefined).servers.s?.transcripts ?? {})).toEqual([]);
  });

  it("leaves the background's own state alone", () => {
    snapshotFor(state, undefined);
    expect(Object.keys(state.servers.s?.transcripts ?? {})).toEqual(["a", "b"]);
  });
});

const message = { id: "m", sessionId: "a", role: "user", order: "m", createdAt: 1 } satisfies Message;
const part = { id: "p", sessionId: "a", messageId: "m", order: "p", type: "text", text: "" } satisfies Part;

/** What happens inside a transcript. */
const INSIDE: ServerEvent[] = [
  { type: "message.upserted", message },
  { type: "message.removed", sessionId: "a", messageId: "m" },
  { type: "part.upserted", part },
  { type: "part.removed", sessionId: "a", messageId: "m", partId: "p" },
  { type: "part.delta", sessionId: "a", messageId: "m", partId: "p", delta: "x" },
  { type: "transcript.page", sessionId: "a", page: "newest", messages: [] },
  { type: "transcript.dropped", sessionId: "a" },
];
/** What cards, history and badges show. */
const OUTSIDE: ServerEvent[] = [
  { type: "session.status", sessionId: "a", status: { type: "idle" } },
  { type: "session.removed", sessionId: "a" },
  { type: "session.activity", sessionId: "a", activity: { kind: "text", line: "x", at: 1 } },
  { type: "request.settled", sessionId: "a", requestId: "r" },
  { type: "stream.gap" },
  { type: "freshness.changed", fresh: true },
];

describe("an event", () => {
  it.each(INSIDE)("inside a transcript ($type) concerns the panel that shows it alone", (event) => {
    expect(concerns({ type: "server", server: "s", event }, "s/a")).toBe(true);
    expect(concerns({ type: "server", server: "s", event }, "s/b")).toBe(false);
    // The same session id at another server.
    expect(concerns({ type: "server", server: "t", event }, "s/a")).toBe(false);
    expect(concerns({ type: "server", server: "s", event }, undefined)).toBe(false);
  });

  it.each(OUTSIDE)("outside ($type) concerns every panel", (event) => {
    expect(concerns({ type: "server", server: "s", event }, undefined)).toBe(true);
    expect(concerns({ type: "server", server: "s", event }, "t/b")).toBe(true);
  });

  it("of the whole state concerns every panel", () => {
    expect(concerns({ type: "notices.replaced", notices: [] }, undefined)).toBe(true);
  });
});
