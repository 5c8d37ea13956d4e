import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { idsOnShow, pendingOf, revertedTurns } from "../../../components/chat/conversation/shown";
import {
  afterArrival,
  around,
  MOST,
  newest,
  STEP,
  type Stretch,
  stepDown,
  stepUp,
  stretchOf,
  windowOf,
  withoutReverted,
} from "../../../components/chat/conversation/window";
import { emptyTranscript, type OutboxEntry, type SessionKey } from "../../../lib/model";

const ids = (count: number, from = 0) => Array.from({ length: count }, (_, index) => `m${from + index}`);

describe("the messages on the page", () => {
  test("are the last ones at first", () => {
    expect(stretchOf(ids(100), {})).toEqual({ start: 100 - STEP, end: 100 });
    expect(stretchOf(ids(3), {})).toEqual({ start: 0, end: 3 });
  });

  test("do not lose their first one while others come at the end", () => {
    expect(stretchOf(ids(300), { first: "m60" })).toEqual({ start: 60, end: 300 });
  });

  test("are at least a step, also when their first one stands near the end", () => {
    expect(stretchOf(ids(100), { first: "m99" })).toEqual({ start: 100 - STEP, end: 100 });
  });

  test("stay the same ones when others come before and after them", () => {
    const window = windowOf(ids(300), { start: 50, end: 150 });
    expect(stretchOf(ids(400, -60), window)).toEqual({ start: 110, end: 210 });
  });

  test("are the last ones again when all of them are gone", () => {
    expect(stretchOf(ids(STEP, 1000), { first: "m0", last: "m39" })).toEqual({ start: 0, end: STEP });
  });

  test("lose their first ones when too many come while the end is followed", () => {
    expect(afterArrival({ start: 0, end: MOST + 1 }, 1, true)).toEqual({ start: MOST + 1 - 2 * STEP, end: MOST + 1 });
  });

  test("stay for a reader when too many come", () => {
    expect(afterArrival({ start: 0, end: MOST + 1 }, 1, false)).toEqual({ start: 0, end: MOST });
  });

  test("leave out what is reverted", () => {
    expect(withoutReverted(ids(5), "m3")).toEqual(["m0", "m1", "m2"]);
    expect(withoutReverted(ids(5), "gone")).toEqual(ids(5));
  });

  test("tell how many messages are reverted: an answer of several steps is one", () => {
    const transcript = emptyTranscript();
    for (const [at, role] of (["user", "assistant", "user", "assistant", "assistant"] as const).entries()) {
      const order = String(at);
      transcript.messages[`m${at}`] = { id: `m${at}`, sessionId: "s", role, order, createdAt: at };
      transcript.messageIds.push(`m${at}`);
    }
    expect(revertedTurns(transcript, "m2")).toBe(2);
    expect(revertedTurns(transcript, "gone")).toBe(0);
    expect(revertedTurns(transcript, undefined)).toBe(0);
  });
});

type Move = "up" | "down" | "end" | number;
const moves = fc.array(fc.oneof(fc.constantFrom<Move>("up", "down", "end"), fc.nat(3000)), { maxLength: 60 });

/** `seen`: how many messages fill the screen and its surroundings, wherever the reader is. */
function move(count: number, now: Stretch, step: Move, seen: number): Stretch {
  if (step === "up") return stepUp(count, now, Math.min(now.end, now.start + seen));
  if (step === "down") return stepDown(count, now, Math.max(now.start, now.end - seen));
  return step === "end" ? newest(count) : around(count, step % count);
}

describe("wherever a reader goes", () => {
  test("the page has no more messages than it may, none that is not there, and what is seen stays", () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 200 }), moves, (count, seen, steps) => {
        let now = newest(count);
        for (const step of steps) {
          const next = move(count, now, step, seen);
          expect(next.start).toBeGreaterThanOrEqual(0);
          expect(next.end).toBeLessThanOrEqual(count);
          expect(next.end - next.start).toBeGreaterThanOrEqual(Math.min(STEP, count));
          expect(next.end - next.start).toBeLessThanOrEqual(Math.max(MOST, seen + STEP));
          if (step === "up") {
            expect(next.start).toBe(Math.max(0, now.start - STEP));
            expect(next.end).toBeGreaterThanOrEqual(Math.min(now.end, now.start + seen));
          }
          if (step === "down") {
            expect(next.end).toBe(Math.min(count, now.end + STEP));
            expect(next.start).toBeLessThanOrEqual(Math.max(now.start, now.end - seen));
          }
          if (typeof step === "number") expect(next.start <= step % count && step % count < next.end).toBe(true);
          now = next;
        }
      }),
    ));

  test("every message is reached from the end, and the end from every message", () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.nat(), (count, target) => {
        let now = newest(count);
        while (now.start > 0) now = stepUp(count, now, now.start + 20);
        expect(now.start).toBe(0);
        now = around(count, target % count);
        while (now.end < count) now = stepDown(count, now, now.end - 20);
        expect(windowOf(ids(count), now).last).toBeUndefined();
      }),
    ));

  test("what is kept of a page brings the same page back", () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), moves, (count, steps) => {
        const all = ids(count);
        let now = newest(count);
        for (const step of steps) {
          now = move(count, now, step, 20);
          expect(stretchOf(all, windowOf(all, now))).toEqual(now);
        }
      }),
    ));
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
