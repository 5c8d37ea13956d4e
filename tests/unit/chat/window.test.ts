import { describe, expect, test } from "vitest";
import { idsOnShow, pendingOf } from "../../../components/chat/conversation/shown";
import { STEP, startOf, stepBack, withoutReverted } from "../../../components/chat/conversation/window";
import { emptyTranscript, type OutboxEntry, type SessionKey } from "../../../lib/model";

const ids = (count: number, from = 0) => Array.from({ length: count }, (_, index) => `m${from + index}`);

describe("the messages on the page", () => {
  test("are the last ones at first", () => {
    expect(startOf(ids(100), undefined)).toBe(100 - STEP);
    expect(startOf(ids(3), undefined)).toBe(0);
  });

  test("do not lose their first one while others come at the end", () => {
    expect(startOf(ids(300), "m60")).toBe(60);
  });

  test("are at least a step, also when their first one stands near the end", () => {
    expect(startOf(ids(100), "m99")).toBe(100 - STEP);
  });

  test("go back by a step, and not before the first one", () => {
    expect(stepBack(ids(100), "m60")).toBe(`m${60 - STEP}`);
    expect(stepBack(ids(100), "m5")).toBe("m0");
  });

  test("leave out what is reverted", () => {
    expect(withoutReverted(ids(5), "m3")).toEqual(["m0", "m1", "m2"]);
    expect(withoutReverted(ids(5), "gone")).toEqual(ids(5));
  });
});

describe("a prompt on its way", () => {
  const key: SessionKey = "srv/ses";
  const entry: OutboxEntry = {
    key,
    state: "sending",
    createdAt: 1,
    prompt: { messageId: "m2", parts: [{ id: "p", type: "text", text: "Hello" }] },
  };

  test("stands for its message until that has its words", () => {
    const transcript = { ...emptyTranscript(), messageIds: ids(3) };
    const pending = pendingOf([entry], key, transcript);
    expect(pending).toEqual([entry]);
    expect(idsOnShow(transcript, undefined, pending)).toEqual(["m0", "m1"]);
  });

  test("goes when the message has its words", () => {
    const transcript = { ...emptyTranscript(), messageIds: ids(3), partIds: { m2: ["p"] } };
    expect(pendingOf([entry], key, transcript)).toEqual([]);
    expect(idsOnShow(transcript, undefined, [])).toEqual(ids(3));
  });

  test("of another session is not shown", () => {
    expect(pendingOf([entry], "srv/other", emptyTranscript())).toEqual([]);
  });
});
