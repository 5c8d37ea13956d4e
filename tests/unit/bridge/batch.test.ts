import { describe, expect, it } from "vitest";
import { createBatch } from "../../../lib/bridge/batch";
import type { ServerEvent, StateEvent } from "../../../lib/model";

function setUp() {
  const sent: StateEvent[][] = [];
  const due: (() => void)[] = [];
  let cancelled = 0;
  const timer = (_: number, run: () => void) => {
    due.push(run);
    return () => {
      cancelled++;
    };
  };
  const batch = createBatch(timer, (events) => sent.push(events));
  return { batch, sent, due, cancelled: () => cancelled, frame: () => due.shift()?.() };
}

const of = (event: ServerEvent, server = "s"): StateEvent => ({ type: "server", server, event });
const delta = (partId: string, text: string, server = "s") =>
  of({ type: "part.delta", sessionId: "1", messageId: "m", partId, delta: text }, server);
const status = of({ type: "session.status", sessionId: "1", status: { type: "busy" } });

describe("a batch", () => {
  it("joins neighbouring deltas of one part", () => {
    const { batch, sent, frame } = setUp();
    for (const word of ["The ", "tide ", "turns."]) batch.add(delta("p", word));
    expect(sent).toEqual([]);
    frame();
    expect(sent).toEqual([[delta("p", "The tide turns.")]]);
  });

  it("keeps the order: nothing is joined across another event, part or server", () => {
    const { batch, sent, frame } = setUp();
    const events = [delta("p", "a"), status, delta("p", "b"), delta("q", "c"), delta("p", "d"), delta("p", "e", "t")];
    for (const event of events) batch.add(event);
    frame();
    expect(sent).toEqual([events]);
  });

  it("leaves the events it was given as they are", () => {
    const { batch, frame } = setUp();
    const first = delta("p", "a");
    batch.add(first);
    batch.add(delta("p", "b"));
    frame();
    expect(first).toEqual(delta("p", "a"));
  });

  it("goes at most once a frame", () => {
    const { batch, due, frame, sent } = setUp();
    batch.add(status);
    batch.add(status);
    expect(due).toHaveLength(1);
    frame();
    expect(sent).toHaveLength(1);
    batch.add(status);
    expect(due).toHaveLength(1);
  });

  it("goes at once when asked for, and not again; empty it does not go at all", () => {
    const { batch, sent, cancelled } = setUp();
    batch.flush();
    batch.add(status);
    batch.flush();
    batch.flush();
    expect(sent).toEqual([[status]]);
    expect(cancelled()).toBe(1);
  });

  it("can be forgotten", () => {
    const { batch, sent, cancelled } = setUp();
    batch.add(status);
    batch.clear();
    batch.flush();
    expect(sent).toEqual([]);
    expect(cancelled()).toBe(1);
  });
});
