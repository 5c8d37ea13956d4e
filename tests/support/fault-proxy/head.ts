import type { Socket } from "node:net";

/** The head of a request or an answer, and what came with it of the body. */
export interface Head {
  /** Without the empty line. */
  lines: string[];
  rest: Buffer;
}

const END = "\r\n\r\n";
const LONGEST = 64 * 1024;

/** Reads up to the empty line. `undefined` when the other side leaves before. What follows stays unread in the socket. */
export async function readHead(socket: Socket): Promise<Head | undefined> {
  let held = Buffer.alloc(0);
  for (;;) {
    const chunk = await nextChunk(socket);
    if (!chunk) return undefined;
    held = Buffer.concat([held, chunk]);
    const end = held.indexOf(END);
    if (end >= 0)
      return { lines: held.toString("latin1", 0, end).split("\r\n"), rest: held.subarray(end + END.length) };
    if (held.length > LONGEST) return undefined;
  }
}

/** What has come, or comes next; `undefined` at the end. */
export async function nextChunk(socket: Socket): Promise<Buffer | undefined> {
  for (;;) {
    const chunk = socket.read() as Buffer | null;
    if (chunk) return chunk;
    if (socket.destroyed || socket.readableEnded) return undefined;
    await new Promise<void>((resolve) => {
      const done = () => {
        for (const event of EVENTS) socket.off(event, done);
        resolve();
      };
      for (const event of EVENTS) socket.on(event, done);
    });
  }
}

const EVENTS = ["readable", "end", "close"] as const;

export function headerOf({ lines }: Head, name: string): string | undefined {
  const line = lines.slice(1).find((candidate) => candidate.toLowerCase().startsWith(`${name}:`));
  return line?.slice(name.length + 1).trim();
}

/** The head as it goes on: after it the connection is not used again, whatever it said before. */
export function closing({ lines }: Head): Buffer {
  const others = lines.filter((line) => !/^(connection|keep-alive|proxy-connection):/i.test(line));
  return toBytes([...others, "Connection: close"]);
}

export function toBytes(lines: readonly string[]): Buffer {
  return Buffer.from(`${lines.join("\r\n")}${END}`, "latin1");
}
