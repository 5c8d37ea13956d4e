import { describe, expect, it } from "vitest";
import { createBatch } from "../../../lib/bridge/batch";
import type { ServerEvent, StateEvent } from "../../../lib/model";
import { toolCall } from "../../support/tool-call";

function setUp() {
  const sent: StateEvent[][] = [];
  const due: { at: number; run: () => void }[] = [];
  let cancelled = 0;
  let time = 0;
  const timer = (ms: number, run: () => void) => {
    const one = { at: time + ms, run };
    due.push(one);
    return () => {
      if (!due.includes(one)) return;
      due.splice(due.indexOf(one), 1);
      cancelled++;
    };
  };
  const batch = createBatch({ timer, now: () => time }, (events) => sent.push(events));
  function pass(ms: number): void {
    for (const end = time + ms; time < end; ) {
      time += 1;
      for (const one of due.filter(({ at }) => at <= time)) {
        due.splice(due.indexOf(one), 1);
        one.run();
      }
    }
  }
  return { batch, sent, due, cancelled: () => cancelled, pass, frame: () => pass(16) };
}

const of = (event: ServerEvent, server = "s"): StateEvent => ({ type: "server", server, event });
const delta = (partId: string, text: string, server = "s") =>
  of({ type: "part.delta", sessionId: "1", messageId: "m", partId, delta: text }, server);
const call = (id: string, output: string): StateEvent =>
  of({ type: "part.upserted", part: toolCall("bash", { status: "running", metadata: { output } }, id) });
const status = of({ type: "session.status", sessionId: "1", status: { type: "busy" } });

describe("a batch", () => {
  it("joins neighbouring deltas of one part", () => {
    const { batch, sent, frame } = setUp();
    for (const word of ["The ", "tide ", "turns."]) batch.add(delta("p", word));
    expect(sent).toEqual([]);
    frame();
    expect(sent).toEqual([[delta("p", "The tide turns.")]]);
  });

  it("hands over at once what comes after a pause, and what follows a frame later", () => {
    const { batch, sent, pass } = setUp();
    batch.add(delta("p", "The "));
    pass(1);
    expect(sent).toEqual([[delta("p", "The ")]]);
    batch.add(delta("p", "tide "));
    batch.add(delta("p", "turns."));
    pass(14);
    expect(sent).toHaveLength(1);
    pass(2);
    expect(sent[1]).toEqual([delta("p", "tide turns.")]);
    pass(20);
    batch.add(status);
    pass(1);
    expect(sent[2]).toEqual([status]);
  });

  it("keeps of a tool call's neighbouring states the last", () => {
    const { batch, sent, frame } = setUp();
    const before = call("p", "1");
    for (const event of [before, call("p", "1 2"), call("p", "1 2 3"), call("q", "a"), call("p", "1 2 3 4")]) {
      batch.add(event);
    }
    expect(batch.length()).toBe(3);
    frame();
    expect(sent).toEqual([[call("p", "1 2 3"), call("q", "a"), call("p", "1 2 3 4")]]);
    expect(before).toEqual(call("p", "1"));
  });

  it("keeps every state of a text, and what came between two of a call", () => {
    const { batch, sent, frame } = setUp();
    const text = (words: string) =>
      of({
        type: "part.upserted",
        part: { id: "p", sessionId: "1", messageId: "m", order: "p", type: "text", text: words },
      });
    // The later one has less of an open text than the earlier one and the delta together.
    const events = [
      text("The tide"),
      text(""),
      delta("p", " turns"),
      text("The"),
      call("q", "1"),
      status,
      call("q", "2"),
    ];
    for (const event of events) batch.add(event);
    frame();
    expect(sent).toEqual([events]);
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

  /** A second of tokens, every `ms` one. */
  function stream({ batch, pass }: ReturnType<typeof setUp>, ms: number): void {
    for (let time = 0; time < 1_000; time += ms) {
      batch.add(delta("p", "word "));
      pass(ms);
    }
  }

  it("goes with each token at a pace that somebody can follow", () => {
    const set = setUp();
    stream(set, 20);
    expect(set.sent.length).toBe(50);
  });

  it("goes a few times a second when text comes faster than anyone reads", () => {
    const set = setUp();
    stream(set, 10);
    set.sent.length = 0;
    stream(set, 10);
    expect(set.sent.length).toBeGreaterThanOrEqual(4);
    expect(set.sent.length).toBeLessThanOrEqual(6);
    stream(set, 5);
    set.sent.length = 0;
    stream(set, 5);
    expect(set.sent.length).toBeGreaterThanOrEqual(3);
    expect(set.sent.length).toBeLessThanOrEqual(4);
  });

  it("goes within a frame when something else comes into fast text, and at its first words", () => {
    const set = setUp();
    stream(set, 5);
    set.batch.flush();
    set.sent.length = 0;
    set.batch.add(delta("p", "word "));
    set.batch.add(status);
    set.frame();
    expect(set.sent).toEqual([[delta("p", "word "), status]]);
    set.pass(3_000);
    const paragraph = "again ".repeat(100);
    set.batch.add(delta("p", paragraph));
    set.frame();
    expect(set.sent.at(-1)).toEqual([delta("p", paragraph)]);
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
