import * as v from "valibot";
import { shallow } from "../shallow";
import { isWellFormed } from "../well-formed";

/**
 * What is believed of the wire, version 1. Only what identifies a thing is required; everything else falls back, so that
 * a field that changes its type in a later version costs that field and not the message.
 */

/** Absent, or of the wrong type, is absent. */
export function lax<const S extends v.GenericSchema>(schema: S) {
  return v.optional(v.fallback(v.nullish(schema), undefined));
}

export const text = v.fallback(v.string(), "");
export const number = v.fallback(v.pipe(v.number(), v.finite()), 0);
export const record = v.fallback(v.pipe(v.record(v.string(), v.unknown()), v.transform(shallow)), {});

/**
 * Ids become keys of plain objects and parts of addresses: a name that every object has from its prototype would be found
 * there, `..` is another address, and half a surrogate pair is none.
 */
export const Id = v.pipe(
  v.string(),
  v.check((id) => !(id in Object.prototype) && id !== "." && id !== ".." && isWellFormed(id)),
);

export const Health = v.object({ healthy: v.literal(true), version: v.string() });
/** V2's probe, to name such a server: `/api/info`, or `/api/health` of its betas. */
export const InfoV2 = v.object({ version: v.string() });

const Tokens = v.object({
  input: number,
  output: number,
  reasoning: number,
  cache: v.fallback(v.object({ read: number, write: number }), { read: 0, write: 0 }),
});

export const Session = v.object({
  id: Id,
  directory: v.string(),
  projectID: text,
  parentID: lax(Id),
  title: text,
  time: v.object({ created: number, updated: number, archived: lax(v.number()) }),
  cost: lax(v.number()),
  tokens: lax(Tokens),
  summary: lax(v.object({ additions: number, deletions: number, files: number })),
  share: lax(v.object({ url: v.string() })),
  agent: lax(v.string()),
  model: lax(v.object({ id: Id, providerID: v.string(), variant: lax(v.string()) })),
  revert: lax(v.object({ messageID: Id })),
});

export const Status = v.variant("type", [
  v.object({ type: v.literal("idle") }),
  v.object({ type: v.literal("busy") }),
  v.object({ type: v.literal("retry"), attempt: number, message: text, next: number }),
]);

/** Of the sessions that do not stand idle, by their ids. */
export const Statuses = v.pipe(
  v.record(v.string(), v.unknown()),
  v.check((listed) => !Array.isArray(listed)),
);

export const AgentError = v.object({
  name: text,
  data: v.fallback(v.object({ message: text, statusCode: lax(v.number()) }), { message: "" }),
});

export const Message = v.object({
  id: Id,
  sessionID: Id,
  role: v.string(),
  time: v.object({ created: number, completed: lax(v.number()) }),
  agent: lax(v.string()),
  /** A user message's model; an assistant's is in its own fields. */
  model: lax(v.object({ providerID: v.string(), modelID: v.string(), variant: lax(v.string()) })),
  providerID: lax(v.string()),
  modelID: lax(v.string()),
  variant: lax(v.string()),
  error: lax(AgentError),
  cost: lax(v.number()),
  tokens: lax(Tokens),
  finish: lax(v.string()),
  /** `true` on the summary of a compaction; an object on user messages. */
  summary: lax(v.unknown()),
});

export const PartHead = v.object({ id: Id, sessionID: Id, messageID: Id, type: v.string() });

/** On user messages: what their turn has changed. */
export const TurnSummary = v.object({ diffs: v.array(v.object({ additions: number, deletions: number })) });

const Span = lax(v.object({ start: lax(v.number()), end: lax(v.number()) }));
const File = v.object({ mime: text, filename: lax(v.string()), url: text });
const Running = { input: record, metadata: record, time: v.object({ start: number }) };
const Ended = { input: record, metadata: record, time: v.object({ start: number, end: number }) };

/** The files of a message, and those that its tools have handed over. */
export const MessageFiles = v.object({
  parts: v.array(
    v.object({
      id: v.string(),
      url: lax(v.string()),
      state: lax(v.object({ attachments: v.fallback(v.array(v.object({ url: v.string() })), []) })),
    }),
  ),
});

/** The kinds of part this version knows, by their `type`. */
export const PartBody = {
  text: v.object({ text: v.string(), synthetic: lax(v.boolean()), ignored: lax(v.boolean()), time: Span }),
  reasoning: v.object({ text: v.string(), time: Span }),
  tool: v.object({
    callID: v.string(),
    tool: v.string(),
    state: v.variant("status", [
      v.object({ status: v.literal("pending"), input: record, raw: text }),
      v.object({ status: v.literal("running"), title: lax(v.string()), ...Running }),
      v.object({
        status: v.literal("completed"),
        output: text,
        title: text,
        attachments: v.fallback(v.array(File), []),
        ...Ended,
      }),
      v.object({ status: v.literal("error"), error: text, ...Ended }),
    ]),
  }),
  file: File,
  agent: v.object({ name: v.string() }),
  subtask: v.object({ agent: text, description: text, prompt: text }),
  "step-start": v.object({}),
  "step-finish": v.object({ reason: text, cost: lax(v.number()), tokens: lax(Tokens) }),
  patch: v.object({ files: v.array(v.string()) }),
  retry: v.object({ attempt: number, error: AgentError, time: v.object({ created: number }) }),
  compaction: v.object({ auto: v.fallback(v.boolean(), false) }),
};

export const MessageWithParts = v.object({ info: v.unknown(), parts: v.array(v.unknown()) });

const Tool = lax(v.object({ messageID: Id, callID: v.string() }));
const strings = v.fallback(v.array(v.string()), []);

export const Permission = v.object({
  id: Id,
  sessionID: Id,
  permission: v.string(),
  patterns: strings,
  always: strings,
  metadata: record,
  tool: Tool,
});

export const Question = v.object({
  id: Id,
  sessionID: Id,
  questions: v.array(
    v.object({
      question: text,
      header: text,
      options: v.fallback(v.array(v.object({ label: v.string(), description: text })), []),
      multiple: v.fallback(v.boolean(), false),
      custom: v.fallback(v.boolean(), true),
    }),
  ),
  tool: Tool,
});

export const Todo = v.object({ content: v.string(), status: text, priority: text });
export const Project = v.object({
  id: Id,
  worktree: v.string(),
  name: lax(v.string()),
  sandboxes: strings,
  time: lax(v.object({ updated: number })),
});
export const CurrentProject = v.object({ id: Id });
export const Home = v.object({ home: v.pipe(v.string(), v.nonEmpty()) });
export const FileNode = v.object({ name: v.string(), absolute: v.string(), type: v.string() });
export const Worktree = v.object({ directory: v.pipe(v.string(), v.nonEmpty()) });
export const Path = v.object({ directory: v.string() });

export const Agent = v.object({
  name: v.string(),
  description: lax(v.string()),
  mode: v.fallback(v.picklist(["primary", "subagent", "all"]), "primary"),
  hidden: v.fallback(v.boolean(), false),
  model: lax(v.object({ providerID: v.string(), modelID: v.string() })),
});

export const Command = v.object({
  name: v.pipe(v.string(), v.regex(/^\S+$/)),
  description: lax(v.string()),
  source: v.fallback(v.picklist(["command", "mcp", "skill"]), "command"),
  hints: strings,
});

const flag = v.fallback(v.boolean(), false);

const dollars = v.pipe(v.number(), v.finite(), v.minValue(0));
/** No fallbacks: what is not known is not free. */
const Price = v.object({ input: dollars, output: dollars });

export const Model = v.object({
  id: Id,
  name: text,
  limit: v.fallback(v.object({ context: number }), { context: 0 }),
  capabilities: v.fallback(
    v.object({ reasoning: flag, toolcall: flag, input: lax(v.object({ image: flag, pdf: flag })) }),
    {
      reasoning: false,
      toolcall: false,
      input: undefined,
    },
  ),
  variants: record,
  cost: lax(Price),
});

export const Providers = v.object({
  providers: v.array(v.object({ id: Id, name: text, models: record })),
  default: v.fallback(v.record(v.string(), v.string()), {}),
});
export const Config = v.object({ model: lax(v.string()), default_agent: lax(v.string()), provider: record });
/** A provider of the configuration, as far as it says what its models cost. */
export const PricedProvider = v.object({ models: record });
export const PricedModel = v.object({ cost: Price });

/** The envelope of `/global/event`. */
export const Envelope = v.object({
  directory: lax(v.string()),
  payload: v.object({ type: v.string(), properties: v.optional(v.unknown()) }),
});

export const McpStatus = v.object({ status: v.string(), error: text });
export const McpStatuses = v.record(v.string(), McpStatus);
export const Resource = v.object({
  name: text,
  uri: v.pipe(v.string(), v.nonEmpty()),
  description: lax(v.string()),
  client: v.pipe(v.string(), v.nonEmpty()),
});
export const LanguageServer = v.object({ id: v.string(), name: text, root: text, status: text });
export const Formatter = v.object({
  name: v.string(),
  extensions: strings,
  enabled: v.fallback(v.boolean(), false),
});
export const Paths = v.object({ home: text, config: text, state: text, worktree: text });
/** Opened in a tab: nothing but the web. */
export const SignIn = v.object({ authorizationUrl: v.pipe(v.string(), v.regex(/^https?:\/\//i)) });
