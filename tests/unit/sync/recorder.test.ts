import { describe, expect, it } from "vitest";
import type { WireEvent } from "../../../lib/model";
import { createRecorder } from "../../../lib/sync/recorder";
import { later } from "../../support/later";

const removed = (sessionId: string): WireEvent => ({ type: "session.removed", sessionId });
const delta: WireEvent = { type: "part.delta", sessionId: "s", messageId: "m", partId: "p", delta: "x" };

describe("recorder", () => {
  it("applies what came during a fetch again on top of it, in order", async () => {
    const recorder = createRecorder();
    const told: string[] = [];
    recorder.record(removed("before"));
    const fetching = later<string>();
    const done = recorder.around(
      () => fetching.promise,
      (fetched) => told.push(fetched),
      (event) => told.push("sessionId" in event ? event.sessionId : "?"),
    );
    recorder.record(removed("first"));
    recorder.record(delta);
    recorder.record(removed("second"));
    fetching.resolve("fetched");
    await done;
    recorder.record(removed("after"));
    expect(told).toEqual(["fetched", "first", "second"]);
  });

  it("applies nothing when the fetch fails, and forgets", async () => {
    const recorder = createRecorder();
    const told: unknown[] = [];
    const failing = recorder.around(
      () => Promise.reject(new Error("no")),
      () => told.push("applied"),
      (event) => told.push(event),
    );
    recorder.record(removed("meanwhile"));
    await expect(failing).rejects.toThrow("no");
    expect(told).toEqual([]);
  });

  it("keeps two fetches apart", async () => {
    const recorder = createRecorder();
    const [early, late] = [later<void>(), later<void>()];
    const [first, second]: [WireEvent[], WireEvent[]] = [[], []];
    const one = recorder.around(
      () => early.promise,
      () => undefined,
      (event) => first.push(event),
    );
    recorder.record(removed("a"));
    const two = recorder.around(
      () => late.promise,
      () => undefined,
      (event) => second.push(event),
    );
    recorder.record(removed("b"));
    early.resolve();
    await one;
    recorder.record(removed("c"));
    late.resolve();
    await two;
    expect(first).toEqual([removed("a"), removed("b")]);
    expect(second).toEqual([removed("b"), removed("c")]);
  });
});
