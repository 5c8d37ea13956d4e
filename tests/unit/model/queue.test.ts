import { describe, expect, it } from "vitest";
import { emptyState, moveInQueue, mustWait, type OutboxEntry, queueOf, type SessionKey } from "../../../lib/model";

function entry(id: string, state: OutboxEntry["state"] = "queued", key: SessionKey = "s/1"): OutboxEntry {
  return { key, prompt: { messageId: id, parts: [] }, state, createdAt: 0 };
}

const ids = (outbox: readonly OutboxEntry[]) => outbox.map(({ prompt }) => prompt.messageId).join("");

describe("a session's queue", () => {
  const outbox = [entry("a"), entry("x", "sending"), entry("b", "held"), entry("o", "queued", "s/2"), entry("c")];

  it("is what waits there, in order", () => {
    expect(ids(queueOf(outbox, "s/1"))).toBe("abc");
  });

  it.each([
    [2, -1, "axcob"],
    [0, 1, "bxaoc"],
    [0, 9, "bxcoa"],
    [2, -9, "cxaob"],
    [0, -1, "axboc"],
  ])("moves its number %i by %i, and leaves what is not of it", (at, by, order) => {
    const moved = queueOf(outbox, "s/1")[at];
    if (!moved) throw new Error("not in the queue");
    expect(ids(moveInQueue(outbox, moved, by))).toBe(order);
  });

  it.each([
    ["queued", true],
    ["sending", true],
    ["checking", true],
    ["held", false],
    ["not-sent", false],
  ] as const)("with one that is %s makes the next one wait: %s", (state, waits) => {
    expect(mustWait({ ...emptyState(), outbox: [entry("a", state)] }, "s/1")).toBe(waits);
    expect(mustWait({ ...emptyState(), outbox: [entry("a", state)] }, "s/2")).toBe(false);
  });
});
