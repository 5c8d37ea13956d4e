import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { resetBrowser } from "../../support/fake-browser";
import { json } from "../../support/simulated-server";
import { pass, passUntil, useSimulatedTime } from "../../support/surroundings";
import { begin, end, PROMPT, sent, withThree } from "./queue-set-up";

vi.mock("wxt/browser", async () => (await import("../../support/fake-browser")).mockedBrowser());
beforeEach(() => {
  useSimulatedTime();
  resetBrowser();
});
afterEach(() => vi.useRealTimers());

describe("a run that has no good end", () => {
  const ENDS: [string, Record<string, unknown>][] = [
    ["was stopped elsewhere", { error: { name: "MessageAbortedError", data: { message: "Aborted" } } }],
    ["failed", { error: { name: "APIError", data: { message: "Invalid API key" } } }],
    ["had a tool rejected", { finish: "tool-calls" }],
    ["lost its server", { time: { created: 1_795_000_000_001 } }],
    ["was never answered", { role: "user", time: { created: 1_795_000_000_001 } }],
  ];
  it.each(ENDS)("that %s holds what was queued behind it, until the user lets it go", async (_, info) => {
    const { hub, key, wire, texts } = await withThree();
    end(wire, info);
    await passUntil(() => texts()[0] === "One: held");
    expect(texts()).toEqual(["One: held", "Two: held", "Three: held"]);
    await pass(60_000);
    expect(sent(wire)).toEqual([]);
    await hub.calls.releaseQueue(key);
    await passUntil(() => sent(wire).length === 1);
    expect(texts()).toEqual(["Two: queued", "Three: queued"]);
  });

  it("because the user has stopped it holds them, too", async () => {
    const { hub, key, wire, texts } = await withThree();
    await hub.calls.stop(key);
    end(wire);
    await pass(60_000);
    expect(texts()).toEqual(["One: held", "Two: held", "Three: held"]);
    expect(sent(wire)).toEqual([]);
  });

  it("in peace goes on although a stop did not get through before", async () => {
    const { hub, key, wire } = await withThree();
    wire.intercept((_, path) => (path === "/session/ses_1/abort" ? "hang" : undefined));
    const stopped = hub.calls.stop(key).catch(() => "not stopped");
    await pass(1_000);
    end(wire);
    for (let beats = 0; beats < 3; beats++) {
      await pass(8_000);
      wire.heartbeat();
    }
    expect(await stopped).toBe("not stopped");
    await passUntil(() => sent(wire).length === 1);
  });

  it("since its prompt was refused holds the others", async () => {
    const { wire, texts } = await withThree();
    wire.intercept((_, path) => (path === PROMPT ? json({ data: { message: "Expected a model" } }, 400) : undefined));
    end(wire);
    await passUntil(() => texts()[0] === "One: not-sent");
    await pass(60_000);
    expect(texts()).toEqual(["One: not-sent", "Two: held", "Three: held"]);
  });
});

describe("a prompt that the user hurries", () => {
  it("goes as soon as its run is stopped; the others go on waiting", async () => {
    const { hub, ids, wire, texts } = await withThree();
    wire.intercept((_, path) => {
      if (path === "/session/ses_1/abort") end(wire, { error: { name: "MessageAbortedError", data: {} } });
      return undefined;
    });
    await hub.calls.sendNow(ids[1]);
    await pass(100);
    expect(sent(wire)).toEqual(["Two"]);
    expect(wire.count("POST /session/ses_1/abort")).toBe(1);
    begin(wire);
    await pass(5_000);
    expect(texts()).toEqual(["One: queued", "Three: queued"]);
    end(wire);
    await passUntil(() => sent(wire).length === 2);
    expect(sent(wire)).toEqual(["Two", "One"]);
  });

  it("stays where it is when its run could not be stopped, and the user hears of that", async () => {
    const { hub, ids, wire, texts } = await withThree();
    wire.intercept((_, path) => (path === "/session/ses_1/abort" ? json({}, 500) : undefined));
    await expect(hub.calls.sendNow(ids[1])).rejects.toMatchObject({ fault: { kind: "server-fault" } });
    await pass(5_000);
    expect([sent(wire), texts()]).toEqual([[], ["One: queued", "Two: queued", "Three: queued"]]);
  });

  it("goes beside the run, when that is wanted", async () => {
    const { hub, ids, wire, texts } = await withThree();
    await hub.calls.sendBeside(ids[2]);
    await pass(100);
    expect(sent(wire)).toEqual(["Three"]);
    expect(wire.count("POST /session/ses_1/abort")).toBe(0);
    expect(texts()).toEqual(["One: queued", "Two: queued"]);
  });
});
