import { describe, expect, it } from "vitest";
import { readEvents } from "../../../lib/opencode/sse";

const encoder = new TextEncoder();

function streamOf(chunks: Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
}

async function read(chunks: Uint8Array[]) {
  const data: unknown[] = [];
  let bytes = 0;
  let malformed = 0;
  await readEvents(streamOf(chunks), {
    onBytes: (count) => {
      bytes += count;
    },
    onData: (one) => data.push(one),
    onMalformed: () => {
      malformed++;
    },
  });
  return { data, bytes, malformed };
}

const cut = (bytes: Uint8Array, at: number) => [bytes.slice(0, at), bytes.slice(at)];
const WORDS = [{ text: "Ebbe und Flut – прилив 🌊" }, { text: "two\nlines" }, { text: "" }];

describe.each([
  ["\n", ""],
  ["\r\n", ""],
  ["\r", ""],
  ["\n", "\uFEFF"],
])("a stream with line ends %j after %j", (end, start) => {
  const text = start + WORDS.map((word) => `data: ${JSON.stringify(word)}${end}${end}`).join("");
  const bytes = encoder.encode(text);

  it("is read the same wherever it is cut in two", async () => {
    for (let at = 0; at <= bytes.length; at++) {
      const { data, malformed } = await read(cut(bytes, at));
      expect(data, `cut at ${at}`).toEqual(WORDS);
      expect(malformed).toBe(0);
    }
  });

  it("is read the same byte by byte, and each byte is counted", async () => {
    const { data, bytes: counted } = await read(Array.from(bytes, (byte) => new Uint8Array([byte])));
    expect(data).toEqual(WORDS);
    expect(counted).toBe(bytes.length);
  });
});

describe("a stream", () => {
  const of = (text: string) => read([encoder.encode(text)]);

  it("may have comments, other fields, and data on several lines", async () => {
    const { data } = await of(': hello\nid: 7\nevent: message\nretry: 10\ndata: {"a":\ndata: 1}\n\ndata:{"b":2}\n\n');
    expect(data).toEqual([{ a: 1 }, { b: 2 }]);
  });

  it("goes on after data that is not JSON", async () => {
    const { data, malformed } = await of('data: {"a":1}\n\ndata: {"b":\n\ndata: nonsense\n\ndata: {"c":3}\n\n');
    expect(data).toEqual([{ a: 1 }, { c: 3 }]);
    expect(malformed).toBe(2);
  });

  it("does not deliver an event that has not ended", async () => {
    expect((await of('data: {"a":1}\n\ndata: {"b":2}')).data).toEqual([{ a: 1 }]);
  });

  it("survives bytes that are no UTF-8", async () => {
    const { data } = await read([
      encoder.encode('data: {"a":"'),
      new Uint8Array([0xff, 0xfe]),
      encoder.encode('"}\n\n'),
    ]);
    expect(data).toEqual([{ a: "\uFFFD\uFFFD" }]);
  });

  it("takes an event of several megabytes in small pieces, in time that does not explode", async () => {
    const bytes = encoder.encode(`data: ${JSON.stringify({ text: "x".repeat(4_000_000) })}\n\n`);
    const chunks = Array.from({ length: Math.ceil(bytes.length / 16_384) }, (_, at) =>
      bytes.slice(at * 16_384, (at + 1) * 16_384),
    );
    const started = performance.now();
    const { data } = await read(chunks);
    expect(data).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(3_000);
  });

  it("is given up when a line never ends", async () => {
    const chunk = encoder.encode("x".repeat(1024 * 1024));
    let sent = 0;
    let cancelled = false;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent++;
        controller.enqueue(sent === 1 ? encoder.encode("data: ") : chunk);
      },
      cancel() {
        cancelled = true;
      },
    });
    const handlers = { onBytes: () => undefined, onData: () => undefined, onMalformed: () => undefined };
    await expect(readEvents(endless, handlers)).rejects.toMatchObject({ fault: { kind: "server-fault" } });
    expect(sent).toBeLessThan(64);
    expect(cancelled).toBe(true);
  });

  it("that breaks off is a server that cannot be reached, and no defect of the panel", async () => {
    const broken = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.error(new TypeError("network error")),
    });
    const handlers = { onBytes: () => undefined, onData: () => undefined, onMalformed: () => undefined };
    await expect(readEvents(broken, handlers)).rejects.toMatchObject({ fault: { kind: "unreachable" } });
  });

  it("is let go of when a handler throws", async () => {
    let cancelled = false;
    const stream = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(encoder.encode("data: 1\n\n")),
      cancel() {
        cancelled = true;
      },
    });
    const onData = () => {
      throw new Error("defect");
    };
    await expect(
      readEvents(stream, { onBytes: () => undefined, onData, onMalformed: () => undefined }),
    ).rejects.toThrow("defect");
    expect(cancelled).toBe(true);
  });
});
