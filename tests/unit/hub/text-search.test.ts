import { beforeEach, describe, expect, it, vi } from "vitest";
import { createTextSearch } from "../../../lib/hub/text-search";
import {
  emptyState,
  emptyTranscript,
  type MessageWithParts,
  reduceState,
  type SessionKey,
  type State,
} from "../../../lib/model";
import { saveTranscripts } from "../../../lib/storage/transcripts";
import { resetBrowser } from "../../support/fake-browser";

vi.mock("wxt/browser", async () => (await import("../../support/fake-browser")).mockedBrowser());

const key = (id: string): SessionKey => `s/${id}`;
const said = (id: string, text: string): MessageWithParts => ({
  message: { id, sessionId: "x", role: "assistant", order: id, createdAt: 0 },
  parts: [{ id: `p${id}`, sessionId: "x", messageId: id, order: "p", type: "text", text, endedAt: 1 }],
});

let state: State;
const timer = (_: number, then: () => void) => {
  queueMicrotask(then);
  return () => undefined;
};
const search = () => createTextSearch(state, { timer });

beforeEach(() => {
  resetBrowser();
  state = emptyState();
  const profile = {
    id: "s",
    name: "Local",
    url: "http://localhost",
    hasPassword: false,
    headerNames: [],
    enabled: true,
  };
  reduceState(state, { type: "server.added", profile });
});

function know(id: string, updatedAt: number, more: { revertedFrom?: string } = {}): void {
  const session = { id, title: id, directory: "/", projectId: "p", createdAt: 0, updatedAt, ...more };
  reduceState(state, { type: "server", server: "s", event: { type: "session.upserted", session } });
}
const store = (id: string, ...messages: MessageWithParts[]) =>
  saveTranscripts([{ key: key(id), transcript: { messages } }], 1);

describe("a search through what was said", () => {
  it("asks for the sessions of which something is held or stored, the one changed last first", async () => {
    know("old", 1);
    know("new", 2);
    know("unseen", 3);
    await store("old", said("a", "x"));
    await store("new", said("b", "x"));
    await store("of-a-server-that-is-gone", said("c", "x"));
    state.deletions = [];
    expect(await search().searchableSessions()).toEqual([key("new"), key("old")]);
  });

  it("leaves out what is deleted", async () => {
    know("old", 1);
    await store("old", said("a", "x"));
    state.deletions = [{ key: key("old"), title: "", dueAt: 0 }];
    expect(await search().searchableSessions()).toEqual([]);
  });

  it("finds the newest message that has the words as they are shown, and counts them all", async () => {
    know("a", 1);
    await store("a", said("1", "High **tide**, low tide"), said("2", "The *spring* tide."), said("3", "Ebb"));
    expect(await search().searchTexts([key("a")], "TIDE")).toEqual([
      { key: key("a"), messageId: "2", count: 3, excerpt: { before: "The spring ", match: "tide", after: "." } },
    ]);
    expect(await search().searchTexts([key("a")], "neap")).toEqual([]);
  });

  it("takes what is held before what is stored, and nothing that is reverted", async () => {
    know("a", 1, { revertedFrom: "2" });
    await store("a", said("1", "stored tide"));
    const server = state.servers.s;
    if (!server) throw new Error("no server");
    server.transcripts.a = { ...emptyTranscript(), loaded: "fresh" };
    const [first, second] = [said("1", "held tide"), said("2", "reverted tide")];
    for (const { message, parts } of [first, second]) {
      reduceState(state, {
        type: "server",
        server: "s",
        event: { type: "message.upserted", message: { ...message, sessionId: "a" } },
      });
      for (const part of parts) {
        reduceState(state, {
          type: "server",
          server: "s",
          event: { type: "part.upserted", part: { ...part, sessionId: "a" } },
        });
      }
    }
    const [found] = await search().searchTexts([key("a")], "tide");
    expect(found).toMatchObject({ messageId: "1", count: 1, excerpt: { before: "held " } });
  });
});
