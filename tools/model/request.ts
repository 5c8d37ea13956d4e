import * as v from "valibot";

const Content = v.union([
  v.string(),
  v.null(),
  v.array(v.looseObject({ type: v.string(), text: v.optional(v.string()) })),
]);

const Body = v.looseObject({
  model: v.string(),
  messages: v.array(
    v.looseObject({ role: v.string(), content: v.optional(Content), tool_call_id: v.optional(v.string()) }),
  ),
  tools: v.optional(v.array(v.looseObject({ function: v.looseObject({ name: v.string() }) }))),
});

export type ChatBody = v.InferOutput<typeof Body>;

/** One request of `POST /chat/completions`, with what a script usually looks at already picked out. */
export interface ModelRequest {
  /** 0 for the first request that reached the server. */
  index: number;
  headers: Record<string, string>;
  body: ChatBody;
  /** The system prompt. */
  system: string;
  /** The text of the newest user message. */
  prompt: string;
  /** Results of the tools called since that message, oldest first: empty on the first request of a turn. */
  results: string[];
  /** Names of the tools on offer. */
  tools: string[];
  /** Aborted when the client leaves before the answer is complete. */
  signal: AbortSignal;
}

/** Reads a request's body. Throws valibot's error, naming the field, when it is not a chat completion request. */
export function readRequest(
  json: unknown,
  index: number,
  headers: Record<string, string>,
  signal: AbortSignal,
): ModelRequest {
  const body = v.parse(Body, json);
  const last = body.messages.findLastIndex((message) => message.role === "user");
  const newest = body.messages[last];
  return {
    index,
    headers,
    body,
    signal,
    system: body.messages
      .filter((message) => message.role === "system")
      .map(plain)
      .join("\n"),
    prompt: newest ? plain(newest) : "",
    results: body.messages
      .slice(last + 1)
      .filter((message) => message.role === "tool")
      .map(plain),
    tools: (body.tools ?? []).map((entry) => entry.function.name),
  };
}

function plain(message: ChatBody["messages"][number]): string {
  const content = message.content ?? "";
  return typeof content === "string" ? content : content.map((part) => part.text ?? "").join("\n");
}
