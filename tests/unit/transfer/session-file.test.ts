import { describe, expect, it } from "vitest";
import { createIdentifiers } from "../../../lib/opencode/identifier";
import { replayOf } from "../../../lib/opencode/v1/replay";
import { fileNameOf } from "../../../lib/transfer/file-name";
import { readSessionFile, type SessionFile } from "../../../lib/transfer/session-file";

const FILE: SessionFile = {
  info: {
    id: "ses_old",
    title: "Tides",
    slug: "calm-sea",
    version: "1.18.33",
    projectID: "elsewhere",
    directory: "/elsewhere",
    path: "sub",
    parentID: "ses_parent",
    share: { url: "https://share.example" },
    revert: { messageID: "msg_b" },
    permission: [{ permission: "*", pattern: "*", action: "allow" }],
    cost: 0.5,
    time: { created: 1, updated: 2, archived: 3 },
  },
  messages: [
    {
      info: { id: "msg_a", role: "user", time: { created: 1 } },
      parts: [{ id: "prt_a", type: "text", text: "msg_a?" }],
    },
    {
      info: { id: "msg_b", role: "assistant", parentID: "msg_a", time: { created: 2 } },
      parts: [
        { id: "prt_b", type: "step-start" },
        { id: "prt_c", type: "compaction", tail: { start: ["msg_a"] } },
      ],
    },
  ],
};
const replay = () =>
  replayOf(
    FILE,
    { directory: "/here", projectID: "p" },
    createIdentifiers(() => 1_000),
  );
const infoOf = (event: { data: Record<string, unknown> } | undefined) => event?.data.info as Record<string, unknown>;
const partOf = (event: { data: Record<string, unknown> } | undefined) => event?.data.part as Record<string, unknown>;

describe("what is read as an exported session", () => {
  it("keeps every field of it", () => {
    expect(readSessionFile(JSON.stringify(FILE))).toEqual({ ok: true, file: FILE });
  });

  it.each([
    ["no JSON", "# Tides", /not JSON/],
    ["something else in JSON", '{"name":"opencode-nexus"}', /no session/],
    ["messages without ids", '{"info":{"id":"a","title":""},"messages":[{"info":{},"parts":[]}]}', /no session/],
  ])("is not %s, and says what to do", (_, text, why) => {
    expect(readSessionFile(text)).toEqual({ ok: false, why: expect.stringMatching(why) });
  });
});

describe("the events that make a session of a file", () => {
  it("count up from 0, all of one session with an id of its own", () => {
    const events = replay();
    expect(events.map((event) => event.seq)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(new Set(events.map((event) => event.aggregateID)).size).toBe(1);
    expect(events[0]?.aggregateID).toMatch(/^ses_/);
    expect(events[0]?.aggregateID).not.toBe("ses_old");
    expect(new Set(events.map((event) => event.id)).size).toBe(7);
  });

  it("put it where it is wanted, tie it to nothing, and give leave for nothing", () => {
    const last = infoOf(replay().at(-1));
    expect(last).toEqual({
      id: replay()[0]?.aggregateID.slice(0, 4) === "ses_" ? last.id : undefined,
      title: "Tides",
      slug: "calm-sea",
      version: "1.18.33",
      projectID: "p",
      directory: "/here",
      cost: 0.5,
      time: { created: 1, updated: 2 },
    });
  });

  it("begin at no cost, which the steps add up again", () => {
    expect(infoOf(replay()[0])).toMatchObject({ cost: 0, tokens: { input: 0, cache: { read: 0 } } });
  });

  it("give messages and parts new ids in their order, and follow them wherever they are named", () => {
    const events = replay();
    const [question, answer] = [infoOf(events[1]), infoOf(events[3])];
    expect(String(question.id) < String(answer.id)).toBe(true);
    expect(answer.parentID).toBe(question.id);
    expect(partOf(events[2])).toMatchObject({ messageID: question.id, text: "msg_a?" });
    expect(partOf(events[5])).toMatchObject({ messageID: answer.id, tail: { start: [question.id] } });
    expect(String(partOf(events[4]).id) < String(partOf(events[5]).id)).toBe(true);
  });
});

describe("the name of a file", () => {
  it.each([
    ["Fix: the tide/table?", "Fix-the-tide-table.md"],
    ["Über das Meer 潮汐", "Über-das-Meer-潮汐.md"],
    ["../../etc/passwd", "etc-passwd.md"],
    ["???", "ses_1.md"],
    ["a".repeat(80), `${"a".repeat(60)}.md`],
  ])("is made of %s", (title, name) => {
    expect(fileNameOf({ id: "ses_1", title }, "md")).toBe(name);
  });
});
