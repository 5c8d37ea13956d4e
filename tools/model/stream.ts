import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import type { ModelRequest } from "./request";
import type { Step, Usage } from "./steps";
import { tokens } from "./tokens";

/** What a script gives back: all of its steps at once, or one by one as it decides. */
export type Steps = Iterable<Step> | AsyncIterable<Step>;

/**
 * Writes an answer as a stream of `chat.completion.chunk` lines, ended by the token counts and `[DONE]`.
 * Stops silently when the client leaves; rejects with whatever the script throws.
 */
export async function streamAnswer(request: ModelRequest, response: ServerResponse, steps: Steps): Promise<void> {
  const answer = new Answer(request, response);
  try {
    for await (const step of steps) if (!(await answer.play(step))) return;
    await answer.end();
  } catch (error) {
    if (request.signal.aborted) return;
    throw error;
  }
}

class Answer {
  #calls = 0;
  #counted: Usage = { input: 0, output: 0 };

  constructor(
    readonly request: ModelRequest,
    readonly response: ServerResponse,
  ) {
    this.#counted.input = request.body.messages.reduce((sum, message) => sum + length(message.content), 0);
  }

  /** Plays one step; false when it was the answer's last. */
  async play(step: Step): Promise<boolean> {
    switch (step.type) {
      case "text":
        await this.#words(step.text, step.delay ?? 0, (content) => ({ content }));
        return true;
      case "reasoning":
        await this.#words(step.text, step.delay ?? 0, (content) => ({ reasoning_content: content }));
        return true;
      case "tool":
        await this.#call(step.name, step.input, step.id);
        return true;
      case "usage":
        this.#counted = step.usage;
        return true;
      case "wait":
        this.#open();
        step.reached();
        await Promise.race([step.until, left(this.request.signal)]);
        return true;
      case "stall":
        this.#open();
        await left(this.request.signal);
        return false;
      case "break":
        this.#open();
        this.response.destroy();
        return false;
      case "error":
        if (this.response.headersSent) throw new Error("An error step must come first in its answer");
        this.response.writeHead(step.status, { "content-type": "application/json", ...step.headers });
        this.response.end(JSON.stringify(step.body));
        return false;
    }
  }

  async end(): Promise<void> {
    await this.#send([{ index: 0, delta: {}, finish_reason: this.#calls > 0 ? "tool_calls" : "stop" }]);
    await this.#send([], {
      prompt_tokens: this.#counted.input,
      completion_tokens: this.#counted.output,
      total_tokens: this.#counted.input + this.#counted.output,
      prompt_tokens_details: { cached_tokens: this.#counted.cached ?? 0 },
      completion_tokens_details: { reasoning_tokens: this.#counted.reasoning ?? 0 },
    });
    this.response.end("data: [DONE]\n\n");
  }

  async #words(value: string, delay: number, delta: (piece: string) => object): Promise<void> {
    for (const piece of tokens(value)) {
      if (delay > 0) await wait(delay, undefined, { signal: this.request.signal });
      this.#counted.output += 1;
      await this.#send([{ index: 0, delta: { role: "assistant", ...delta(piece) }, finish_reason: null }]);
    }
  }

  async #call(name: string, input: unknown, id = `call_${this.request.index}_${this.#calls}`): Promise<void> {
    const index = this.#calls++;
    const call = (fields: object) => [
      { index: 0, delta: { role: "assistant", tool_calls: [{ index, ...fields }] }, finish_reason: null },
    ];
    await this.#send(call({ id, type: "function", function: { name, arguments: "" } }));
    for (const piece of tokens(JSON.stringify(input))) await this.#send(call({ function: { arguments: piece } }));
  }

  #open(): void {
    if (this.response.headersSent) return;
    this.response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-cache" });
    this.response.flushHeaders();
  }

  async #send(choices: object[], usage?: object): Promise<void> {
    this.request.signal.throwIfAborted();
    this.#open();
    const chunk = {
      id: `chatcmpl-${this.request.index}`,
      object: "chat.completion.chunk",
      created: Math.floor(Date.now() / 1000),
      model: this.request.body.model,
      choices,
      ...(usage ? { usage } : {}),
    };
    const more = this.response.write(`data: ${JSON.stringify(chunk)}\n\n`);
    if (!more) await once(this.response, "drain", { signal: this.request.signal });
  }
}

/** Rejects when the client leaves. */
async function left(signal: AbortSignal): Promise<never> {
  if (!signal.aborted) await once(signal, "abort");
  throw signal.reason;
}

function length(content: unknown): number {
  return Math.ceil(JSON.stringify(content ?? "").length / 4);
}
