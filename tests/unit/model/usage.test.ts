import { describe, expect, it } from "vitest";
import {
  type Catalog,
  contextUse,
  emptyServer,
  emptyTranscript,
  type Message,
  type Session,
  shareOf,
  subagentsOf,
} from "../../../lib/model";

const model = { providerId: "p", modelId: "m" };
const catalog: Catalog = {
  agents: [],
  commands: [],
  providers: [
    {
      id: "p",
      name: "P",
      models: [
        { id: "m", providerId: "p", name: "M", contextLimit: 1_000, reasoning: true, tools: true, variants: [] },
      ],
    },
  ],
};
const tokens = (input: number) => ({ input, output: 20, reasoning: 10, cacheRead: 50, cacheWrite: 20 });

function transcriptOf(...messages: Partial<Message>[]) {
  const transcript = emptyTranscript();
  for (const [at, fields] of messages.entries()) {
    const id = `m${at}`;
    transcript.messageIds.push(id);
    transcript.messages[id] = { id, sessionId: "1", role: "assistant", order: id, createdAt: at, model, ...fields };
  }
  return transcript;
}

describe("how much of the context is taken", () => {
  it("is what the last step that has ended read and wrote", () => {
    const running = { tokens: { input: 0, output: 0, reasoning: 0, cacheRead: 0, cacheWrite: 0 } };
    const use = contextUse(transcriptOf({ tokens: tokens(100) }, { tokens: tokens(300) }, running), undefined, catalog);
    expect(use).toMatchObject({ used: 400, limit: 1_000, message: { id: "m1" } });
    expect(use && shareOf(use)).toBe(0.4);
  });

  it("is the summary alone once it was compacted", () => {
    const transcript = transcriptOf({ tokens: tokens(900) }, { tokens: tokens(900), isSummary: true });
    expect(contextUse(transcript, undefined, catalog)?.used).toBe(20);
  });

  it("leaves out what is reverted", () => {
    const transcript = transcriptOf({ tokens: tokens(100) }, { role: "user" }, { tokens: tokens(300) });
    expect(contextUse(transcript, "m1", catalog)?.used).toBe(200);
  });

  it("has no share where nobody says how much fits, and never more than all", () => {
    const use = contextUse(transcriptOf({ tokens: tokens(100) }), undefined, undefined);
    expect(use).toMatchObject({ used: 200, limit: 0 });
    expect(use && shareOf(use)).toBeUndefined();
    expect(shareOf({ used: 3_000, limit: 1_000 })).toBe(1);
  });

  it("is unknown before the first answer", () => {
    expect(contextUse(transcriptOf({ role: "user" }), undefined, catalog)).toBeUndefined();
  });
});

it("a session's subagents are found at any depth", () => {
  const server = emptyServer({ id: "s", name: "S", url: "", hasPassword: false, headerNames: [], enabled: true });
  const add = (id: string, parentId?: string) => {
    const session: Session = { id, title: id, directory: "/x", projectId: "p", createdAt: 0, updatedAt: 0 };
    server.sessions[id] = parentId === undefined ? session : { ...session, parentId };
  };
  add("root");
  add("child", "root");
  add("grandchild", "child");
  add("other");
  expect(subagentsOf(server, "root").map(({ id }) => id)).toEqual(["child", "grandchild"]);
});
