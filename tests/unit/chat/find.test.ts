// @vitest-environment jsdom
import { createRoot, createSignal } from "solid-js";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createFind, type Find } from "../../../components/chat/find/create-find";
import type { Spot } from "../../../components/chat/find/hits";
import type { FoundPage, Hit } from "../../../lib/find/find";
import { emptyTranscript, FaultError, type Transcript } from "../../../lib/model";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const hit = (number: number): Hit => ({
  messageId: `m${number}`,
  order: String(number).padStart(3, "0"),
  pieceId: `p${number}`,
  count: 1,
});

/** Messages 50 and 60 are held. */
function transcript(): Transcript {
  const held = emptyTranscript();
  for (const number of [50, 60]) {
    const { messageId: id, order } = hit(number);
    held.messageIds.push(id);
    held.messages[id] = { id, sessionId: "ses", role: "user", order, createdAt: number };
  }
  return { ...held, olderCursor: "2" };
}

interface Asked {
  query: string;
  cursor: string | undefined;
  answer(page: FoundPage): Promise<void>;
  fail(): Promise<void>;
}

/** A search whose every question the test answers. */
function open() {
  const asked: Asked[] = [];
  const shown: Spot[] = [];
  const [version, setVersion] = createSignal(0);
  const settle = async () => void (await vi.advanceTimersByTimeAsync(0));
  const { find, dispose } = createRoot((end): { find: Find; dispose: () => void } => ({
    dispose: end,
    find: createFind({
      search: (query, cursor) =>
        new Promise((resolve, reject) =>
          asked.push({
            query,
            cursor,
            answer(page) {
              resolve(page);
              return settle();
            },
            fail() {
              reject(new FaultError({ kind: "unreachable" }));
              return settle();
            },
          }),
        ),
      transcript,
      revertedFrom: () => undefined,
      version,
      lastSeen: () => "m50",
      show: (spot) => shown.push(spot),
    }),
  }));
  async function type(words: string): Promise<void> {
    find.setQuery(words);
    await vi.advanceTimersByTimeAsync(200);
  }
  const count = () => [find.number(), find.total()];
  const last = () => asked.at(-1) as Asked;
  return { find, dispose, asked, last, shown, type, count, change: () => setVersion((before) => before + 1) };
}

test("what is held is searched first, and the reader brought to the hit nearest before them", async () => {
  const { find, last, shown, type, count } = open();
  await type("tide");
  expect(last()).toMatchObject({ query: "tide", cursor: undefined });
  await last().answer({ hits: [hit(50), hit(60)], searched: 2, olderCursor: "2" });
  expect([find.progress(), count(), shown.map((spot) => spot.messageId)]).toEqual(["older", [1, 2], ["m50"]]);
});

test("older pages are searched one after the other, and the number of the hit goes up with what comes before it", async () => {
  const { find, last, shown, type, count } = open();
  await type("tide");
  await last().answer({ hits: [hit(50)], searched: 2, olderCursor: "2" });
  expect(last().cursor).toBe("2");
  await last().answer({ hits: [hit(30), hit(40)], searched: 10, olderCursor: "1" });
  expect(count()).toEqual([3, 3]);
  expect(last().cursor).toBe("1");
  await last().answer({ hits: [hit(7)], searched: 10 });
  expect([find.progress(), find.searched(), count()]).toEqual(["done", 22, [4, 4]]);
  find.step(-1);
  expect([shown.at(-1)?.messageId, count()]).toEqual(["m40", [3, 4]]);
});

test("hits that are not held wait until they are asked for", async () => {
  const { find, last, shown, type, count } = open();
  await type("tide");
  await last().answer({ hits: [], searched: 2, olderCursor: "2" });
  await last().answer({ hits: [hit(30), hit(40)], searched: 10 });
  expect([shown, count()]).toEqual([[], [0, 2]]);
  find.step(-1);
  expect([shown.at(-1)?.messageId, count()]).toEqual(["m40", [2, 2]]);
});

test("a search that is stopped asks no further, and goes on from there", async () => {
  const { find, asked, last, type, count } = open();
  await type("tide");
  await last().answer({ hits: [hit(50)], searched: 2, olderCursor: "2" });
  find.stop();
  await last().answer({ hits: [hit(30)], searched: 10, olderCursor: "1" });
  expect([find.progress(), asked.length, count()]).toEqual(["stopped", 2, [1, 1]]);
  find.goOn();
  expect(last().cursor).toBe("2");
  await last().answer({ hits: [hit(30)], searched: 10 });
  expect([find.progress(), count()]).toEqual(["done", [2, 2]]);
});

test("other words end a search, and what comes of it later is not shown", async () => {
  const { find, last, type, count } = open();
  await type("tid");
  await last().answer({ hits: [hit(50)], searched: 2, olderCursor: "2" });
  const late = last();
  await type("tides");
  await late.answer({ hits: [hit(30)], searched: 10 });
  await last().answer({ hits: [hit(60)], searched: 2 });
  expect([find.progress(), count()]).toEqual(["done", [1, 1]]);
  await type("");
  expect([find.progress(), count()]).toEqual(["none", [0, 0]]);
});

test("a search that fails keeps what it has, and is taken up where it failed", async () => {
  const { find, last, type, count } = open();
  await type("tide");
  await last().answer({ hits: [hit(50)], searched: 2, olderCursor: "2" });
  await last().fail();
  expect([find.progress(), find.fault()?.kind, count()]).toEqual(["stopped", "unreachable", [1, 1]]);
  find.goOn();
  expect(last().cursor).toBe("2");
  await last().answer({ hits: [], searched: 10 });
  expect([find.progress(), find.fault()]).toEqual(["done", undefined]);
});

test("what comes at the end of the session is found as well, and hits that went are gone", async () => {
  const { last, type, count, change } = open();
  await type("tide");
  await last().answer({ hits: [hit(50)], searched: 2, olderCursor: "2" });
  await last().answer({ hits: [hit(7)], searched: 10 });
  change();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(last().cursor).toBeUndefined();
  await last().answer({ hits: [hit(60)], searched: 2 });
  expect(count()).toEqual([0, 2]);
});

test("nothing is asked once it is closed", async () => {
  const { asked, last, type, dispose } = open();
  await type("tide");
  dispose();
  await last().answer({ hits: [], searched: 2, olderCursor: "2" });
  expect(asked).toHaveLength(1);
});
