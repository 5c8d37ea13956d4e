import { describe, expect, test } from "vitest";
import { withEntry } from "../../../components/chat/edit-entry";
import { leavesShell } from "../../../components/composer/keys";
import { withStored } from "../../../components/composer/recall/walk";
import { afterSending, isNothing, pastOf, unsentOf, writtenOf } from "../../../components/composer/written";
import { toOutboxEntry } from "../../../lib/hub/prompts";
import type { Catalog, Mention } from "../../../lib/model";

const catalog: Catalog = {
  agents: [{ name: "plan", mode: "primary", hidden: false }],
  providers: [],
  commands: [{ name: "tide", source: "command", hints: [] }],
};
const item = { id: "1", kind: "link", title: "A page", url: "https://example.org/", text: "", createdAt: 1 } as const;
const main: Mention = { type: "file", path: "src/main.ts" };
const explore: Mention = { type: "agent", name: "explore" };

describe("what is written", () => {
  test("is a command where there is one of that name, and else a text", () => {
    expect(writtenOf({ text: "/tide now", context: [item] }, catalog, {})).toEqual({
      text: "/tide now",
      context: [item],
      kind: "command",
    });
    expect(writtenOf({ text: "/tmp is full", context: [] }, catalog, {})).toEqual({
      text: "/tmp is full",
      context: [],
    });
  });

  test("in the shell takes nothing along, and names the agent", () => {
    const written = writtenOf({ text: "ls", shell: true, context: [item], mentions: [main] }, catalog, {});
    expect(written).toEqual({ text: "ls", context: [], kind: "shell", agent: "plan" });
  });

  test("is nothing without words; what is attached is something, but not to a shell", () => {
    expect(isNothing({ text: " \n", context: [] })).toBe(true);
    expect(isNothing({ text: "", context: [item] })).toBe(false);
    expect(isNothing({ text: "", context: [], mentions: [main] })).toBe(false);
    expect(isNothing({ text: "", shell: true, context: [item], mentions: [main] })).toBe(true);
  });
});

describe("after sending", () => {
  test("what was typed, attached and named meanwhile is left", () => {
    const written = { text: "One", context: [item], mentions: [main] };
    const other = { ...item, id: "2" };
    const now = { text: "One and two", context: [item, other], mentions: [main, explore] };
    expect(afterSending(now, written, false)).toEqual({
      text: " and two",
      context: [other],
      mentions: [explore],
      shell: undefined,
    });
  });

  test("of a line of shell all that was attached is left, and the text is a message's again", () => {
    const now = { text: "ls", shell: true as const, context: [item], mentions: [main] };
    const left = afterSending(now, { text: "ls", context: [], kind: "shell" }, false);
    expect(left).toEqual({ text: "", context: [item], mentions: [main], shell: undefined });
  });

  test("of a past prompt the words being written are left, also where they begin like it", () => {
    const left = afterSending({ text: "One more", context: [] }, { text: "One", context: [] }, true);
    expect(left).toMatchObject({ text: "One more" });
  });
});

describe("a prompt that goes back into the composer", () => {
  let count = 0;
  const entry = (outgoing: Partial<Parameters<typeof toOutboxEntry>[0]>) =>
    toOutboxEntry(
      { key: "s/1", messageId: "msg_1", text: "", context: [], ...outgoing },
      "/work/tides",
      (prefix) => `${prefix}_${count++}`,
      1,
    );

  test("has what it named", () => {
    const back = withEntry(
      { text: "", context: [], mentions: [main] },
      entry({ text: "Ask @explore about @src/main.ts", mentions: [explore, main] }),
    );
    expect(back).toEqual({ text: "Ask @explore about @src/main.ts", context: [], mentions: [explore, main] });
  });

  test("is a command or a line of shell again", () => {
    const blank = { text: "", context: [] };
    expect(withEntry(blank, entry({ text: "/tide now", kind: "command" })).text).toBe("/tide now");
    expect(withEntry(blank, entry({ text: "ls", kind: "shell" }))).toEqual({ text: "ls", context: [], shell: true });
  });

  test("runs nothing together with other words", () => {
    const draft = withEntry({ text: "And more", context: [] }, entry({ text: "ls", kind: "shell" }));
    expect(draft).toEqual({ text: "!ls\n\nAnd more", context: [] });
  });
});

test("Escape leaves the shell, and Backspace at the beginning", () => {
  const at = (start: number, end = start) => ({ selectionStart: start, selectionEnd: end });
  expect(leavesShell({ key: "Escape", isComposing: false }, at(3))).toBe(true);
  expect(leavesShell({ key: "Escape", isComposing: true }, at(3))).toBe(false);
  expect(leavesShell({ key: "Backspace", isComposing: false }, at(0))).toBe(true);
  expect(leavesShell({ key: "Backspace", isComposing: false }, at(0, 2))).toBe(false);
  expect(leavesShell({ key: "Backspace", isComposing: false }, at(1))).toBe(false);
});

describe("a past prompt", () => {
  const context = (id: string) => ({
    id,
    kind: "page" as const,
    title: "T",
    url: "https://a.example",
    text: "t",
    createdAt: 1,
  });
  const file = { id: "f", name: "a.pdf", mime: "application/pdf", size: 3 };
  const past = {
    text: "Look @a",
    context: [context("1")],
    mentions: [{ type: "agent" as const, name: "a" }],
    attachments: [file],
  };

  test("stands in the draft's place with what went along", () => {
    expect(unsentOf({ text: "Half", context: [] }, past)).toEqual({ ...past, shell: undefined });
    expect(pastOf({ ...past })).toEqual(past);
  });

  test("lends only its words, and what they name, to what is attached now", () => {
    const draft = { text: "", context: [context("2")], mentions: [{ type: "agent" as const, name: "b" }] };
    expect(unsentOf(draft, past)).toEqual({
      text: "Look @a",
      shell: undefined,
      context: [context("2")],
      mentions: [...past.mentions, ...draft.mentions],
      attachments: undefined,
    });
  });

  test("without files of which no bytes are left says so", () => {
    expect(withStored(past, new Set(["f"]))).toEqual(past);
    const { attachments: _, ...rest } = past;
    expect(withStored(past, new Set())).toEqual({ ...rest, gone: ["a.pdf"] });
  });
});
