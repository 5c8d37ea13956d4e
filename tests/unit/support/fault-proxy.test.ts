import { once } from "node:events";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { htmlPage, jsonError, LOST_ANSWER, LOST_REQUEST, PASS, refused } from "../../support/fault-proxy/fate";
import { type FaultProxy, startFaultProxy } from "../../support/fault-proxy/proxy";
import { seededRandom } from "../../support/fault-proxy/random";
import { scripted } from "../../support/fault-proxy/script";
import { until } from "../../support/until";

/** Long enough for anything to come that is to come, on this machine itself. */
const QUIET = 150;

let heard: string[];
let streams: Set<ServerResponse>;
let stop: () => Promise<void>;
let proxy: FaultProxy;

/** A plain server: `/stream` begins with one line and stays open, everything else repeats its body. */
beforeEach(async () => {
  heard = [];
  streams = new Set();
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on("end", () => {
      heard.push(`${request.method} ${request.url} ${body}`);
      if (request.url !== "/stream") return void response.writeHead(200, { "x-from": "server" }).end(`heard ${body}`);
      response.writeHead(200, { "content-type": "text/event-stream" }).write("first\n");
      streams.add(response);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port");
  proxy = await startFaultProxy(`http://127.0.0.1:${address.port}`);
  stop = async () => {
    await proxy.close();
    const closed = once(server, "close");
    server.close();
    server.closeAllConnections();
    await closed;
  };
});
afterEach(() => stop());

/** By the plain client: `fetch` takes a body that breaks off for a whole one when its answer said "Connection: close". */
function ask(path: string, body = "", signal?: AbortSignal): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const method = body === "" ? "GET" : "POST";
    const options = { method, agent: false, ...(signal ? { signal } : {}) } as const;
    request(`${proxy.url}${path}`, options, resolve).once("error", reject).end(body);
  });
}
async function textOf(path: string, body?: string): Promise<string> {
  let text = "";
  for await (const chunk of await ask(path, body)) text += String(chunk);
  return text;
}

/** Opens the stream; `text` is what has come of it, `end` how it ended. */
async function openStream() {
  const stream = { text: "", end: "open" };
  const answer = await ask("/stream");
  void (async () => {
    try {
      for await (const chunk of answer) stream.text += String(chunk);
      stream.end = "ended";
    } catch {
      stream.end = "broke";
    }
  })();
  await until(() => stream.text.startsWith("first"), "The first line");
  return stream;
}
const say = (words: string) => {
  for (const stream of streams) stream.write(words);
};

describe("the fault proxy", () => {
  it("passes requests and answers as they are, and keeps their lines", async () => {
    const answer = await ask("/echo?a=b", "words");
    expect(answer.headers).toMatchObject({ "x-from": "server", connection: "close" });
    expect(await textOf("/echo?a=b", "words")).toBe("heard words");
    expect(heard[0]).toBe("POST /echo?a=b words");
    expect(proxy.seen[0]).toBe("POST /echo");
  });

  it("hands on a stream as it comes", async () => {
    const stream = await openStream();
    say("second\n");
    await until(() => stream.text === "first\nsecond\n", "The second line");
    for (const response of streams) response.end();
    await until(() => stream.end === "ended", "The end");
  });

  it("loses a request before the server has it, or its answer after", async () => {
    proxy.setRule(() => LOST_REQUEST);
    await expect(ask("/echo", "one")).rejects.toThrow();
    expect(heard).toEqual([]);
    proxy.setRule(() => LOST_ANSWER);
    await expect(ask("/echo", "two")).rejects.toThrow();
    expect(heard).toEqual(["POST /echo two"]);
  });

  it("answers in place of the server", async () => {
    for (const [fate, status] of [
      [htmlPage(502), 502],
      [jsonError(500), 500],
      [refused(), 401],
    ] as const) {
      proxy.setRule(() => fate);
      expect((await ask("/echo")).statusCode).toBe(status);
    }
    expect(heard).toEqual([]);
  });

  it("decides by the request", async () => {
    proxy.setRule((line) => (line === "GET /bad" ? jsonError(500) : PASS));
    expect((await ask("/bad")).statusCode).toBe(500);
    expect(await textOf("/good")).toBe("heard ");
    proxy.setRule((_, header) => (header("content-type") === undefined && header("host") ? refused() : PASS));
    expect((await ask("/good")).statusCode).toBe(401);
  });

  it("delays, and tears bytes apart without changing them", async () => {
    const long = "x".repeat(3_000);
    proxy.setRule(() => ({ request: { pieces: () => 7 }, answer: { delay: 100, pieces: () => 3 } }));
    const before = performance.now();
    expect(await textOf("/echo", long)).toBe(`heard ${long}`);
    expect(performance.now() - before).toBeGreaterThan(95);
    expect(heard).toEqual([`POST /echo ${long}`]);
  });

  it("throttles to so many bytes a time", async () => {
    proxy.setRule(() => ({ answer: { pieces: () => 20, pace: 10 } }));
    const before = performance.now();
    await textOf("/echo", "y".repeat(400));
    expect(performance.now() - before).toBeGreaterThan(200);
  });

  it("cuts after so many bytes", async () => {
    proxy.setRule(() => ({ answer: { cutAfter: 400 } }));
    await expect(textOf("/echo", "z".repeat(1_000))).rejects.toThrow();
  });

  it("ends after so many bytes as if that were all", async () => {
    proxy.setRule(() => ({ answer: { closeAfter: 4 } }));
    const begun = textOf("/echo", "z".repeat(1_000));
    await expect(begun).rejects.toThrow("socket hang up");
    proxy.setRule((line) => (line === "GET /stream" ? { answer: { closeAfter: 400 } } : PASS));
    const stream = await openStream();
    say("z".repeat(1_000));
    await until(() => stream.end !== "open", "The end");
    // Its chunk was not whole: who reads it knows, although the connection ended in order.
    expect(stream.end).toBe("broke");
    expect(stream.text.length).toBeLessThan(400);
  });

  it("leaves open connections without a way, and tells nobody; new ones pass", async () => {
    const stream = await openStream();
    // A connection that has been healed before is none the better for it.
    await proxy.heal();
    const before = proxy.lastPassed(/^GET \/stream$/);
    expect(before).toBeGreaterThan(0);
    proxy.strand(/^GET \/stream$/);
    say("lost\n");
    expect(await textOf("/echo")).toBe("heard ");
    await wait(QUIET);
    expect(stream).toEqual({ text: "first\n", end: "open" });
    expect(proxy.lastPassed(/^GET \/stream$/)).toBe(before);
  });

  it("stalls for a while", async () => {
    proxy.setRule(() => ({ answer: { stallAfter: 50, stallFor: 100 } }));
    const before = performance.now();
    expect(await textOf("/echo", "x".repeat(300))).toBe(`heard ${"x".repeat(300)}`);
    expect(performance.now() - before).toBeGreaterThan(95);
  });

  it("stalls after so many bytes, with the connection open", async () => {
    proxy.setRule(() => ({ answer: { stallAfter: 400 } }));
    const answer = textOf("/echo", "z".repeat(1_000)).then(
      () => "whole",
      () => "broken",
    );
    expect(await Promise.race([answer, wait(QUIET, "waiting")])).toBe("waiting");
    proxy.cut();
    expect(await answer).toBe("broken");
  });

  it("heals open connections: what is stalled goes on, and what was to be cut is not", async () => {
    const long = "z".repeat(1_000);
    const bytes = [{ stallAfter: 400 }, { cutAfter: 400 }];
    proxy.setRule(() => ({ answer: bytes.shift() ?? {} }));
    const stalled = textOf("/echo", long);
    const stream = await openStream();
    await wait(QUIET);
    await proxy.heal();
    expect(await stalled).toBe(`heard ${long}`);
    say(long);
    await until(() => stream.text.endsWith(long), "All of it");
    expect(stream.end).toBe("open");
  });

  it("breaks open connections by their line, and takes new ones", async () => {
    const stream = await openStream();
    proxy.cut(/nothing/);
    say("second\n");
    await until(() => stream.text.endsWith("second\n"), "The second line");
    proxy.cut(/^GET \/stream$/);
    await until(() => stream.end === "broke", "The break");
    expect(await textOf("/echo")).toBe("heard ");
  });

  it("halts answers half open, and lets what was held back pass", async () => {
    const stream = await openStream();
    proxy.stall("answer");
    say("late\n");
    const asked = textOf("/echo");
    await wait(QUIET);
    expect(stream).toEqual({ text: "first\n", end: "open" });
    expect(heard).toHaveLength(2);
    proxy.resume();
    await until(() => stream.text === "first\nlate\n", "What was held back");
    expect(await asked).toBe("heard ");
  });

  it("halts requests half open", async () => {
    proxy.stall("request");
    const asked = textOf("/echo");
    await wait(QUIET);
    expect(heard).toEqual([]);
    proxy.resume();
    expect(await asked).toBe("heard ");
  });

  it("goes down with all connections, refuses new ones, and comes up at the same address", async () => {
    const stream = await openStream();
    await proxy.down();
    await until(() => stream.end === "broke", "The break");
    await expect(ask("/echo")).rejects.toThrow();
    await proxy.up();
    expect(await textOf("/echo")).toBe("heard ");
  });

  it("tells the server when the client leaves, even while it stalls", async () => {
    const client = new AbortController();
    proxy.stall("answer");
    const left = ask("/stream", "", client.signal).catch(() => "left");
    await until(() => streams.size === 1, "The stream");
    const [response] = streams;
    client.abort();
    expect(await left).toBe("left");
    await until(() => response?.closed ?? false, "The server to know");
  });

  it("puts bytes before a stream", async () => {
    proxy.setRule(() => ({ prelude: "zeroth\n" }));
    let text = "";
    for await (const chunk of await ask("/stream")) {
      text += String(chunk);
      if (text.includes("first")) break;
    }
    expect(text).toBe("zeroth\nfirst\n");
  });

  it("does the same for the same seed, and something for some of all requests", () => {
    const lines = Array.from({ length: 300 }, (_, n) =>
      n % 3 === 0 ? "POST /session/1/prompt_async" : "GET /session",
    );
    const kinds = (seed: number) => {
      const rule = scripted(seededRandom(seed), 0.3);
      return lines.map((line) => JSON.stringify(rule(line)));
    };
    expect(kinds(7)).toEqual(kinds(7));
    expect(kinds(7)).not.toEqual(kinds(8));
    const all = [7, 8, 9].flatMap(kinds).join();
    for (const kind of ["cutAfter", "closeAfter", "stallAfter", "pace", "401", "500", "502", "delay"]) {
      expect(all).toContain(kind);
    }
    const faults = kinds(7).filter((fate) => fate !== "{}").length;
    expect(faults).toBeGreaterThan(50);
    expect(faults).toBeLessThan(130);
  });
});
