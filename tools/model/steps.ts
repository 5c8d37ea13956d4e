/** What a scripted model does, one after the other, to answer one request. */
export type Step =
  | { type: "text"; text: string; delay?: number }
  | { type: "reasoning"; text: string; delay?: number }
  | { type: "tool"; name: string; input: unknown; id?: string }
  | { type: "usage"; usage: Usage }
  | { type: "error"; status: number; body: unknown; headers?: Record<string, string> }
  | { type: "break" }
  | { type: "stall" }
  | { type: "wait"; until: Promise<unknown>; reached: () => void };

/** Tokens of one answer, as a provider bills them. `output` includes `reasoning`, `input` includes `cached`. */
export interface Usage {
  input: number;
  output: number;
  reasoning?: number;
  cached?: number;
}

/** Streams text, one word a chunk, `delay` milliseconds apart (default: as fast as the connection takes them). */
export const text = (value: string, delay = 0): Step => ({ type: "text", text: value, delay });

/** Streams thinking in `reasoning_content`, the field OpenAI-compatible providers use for it. */
export const reasoning = (value: string, delay = 0): Step => ({ type: "reasoning", text: value, delay });

/** Calls a tool. The answer then finishes with the reason `tool_calls`, and the client asks again with the result. */
export const tool = (name: string, input: unknown, id?: string): Step => ({
  type: "tool",
  name,
  input,
  ...(id === undefined ? {} : { id }),
});

/** Replaces the token counts that are otherwise counted from what was streamed. */
export const usage = (value: Usage): Step => ({ type: "usage", usage: value });

/** Refuses the request. Only as the first step: once a stream has begun its status is already sent. */
export const failure = (status: number, message: string, headers?: Record<string, string>): Step => ({
  type: "error",
  status,
  body: { error: { message, type: status === 401 ? "authentication_error" : "server_error", code: status } },
  ...(headers ? { headers } : {}),
});

/** Cuts the connection in the middle of the stream, without the end marker. */
export const broken = (): Step => ({ type: "break" });

/** Keeps the connection open and says nothing more, until the client leaves. */
export const stall = (): Step => ({ type: "stall" });

/** A place in an answer where a test decides when the answer goes on. */
export interface Hold {
  step: Step;
  /** Resolves when the answer has arrived at this place; everything before it has been written. */
  reached: Promise<void>;
  release: () => void;
}

/** Put `hold.step` between other steps, await `hold.reached`, look around, then `hold.release()`. */
export function hold(): Hold {
  let release: () => void = () => undefined;
  let arrive: () => void = () => undefined;
  const until = new Promise<void>((resolve) => {
    release = resolve;
  });
  const reached = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  return { step: { type: "wait", until, reached: arrive }, reached, release };
}
