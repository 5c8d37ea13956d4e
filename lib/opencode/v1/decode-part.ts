import type * as v from "valibot";
import { heldUrl, INLINE_LIMIT, type Part, type ToolState } from "../../model";
import { compact } from "../compact";
import { shallow } from "../shallow";
import { check, decodeError, decodeTokens } from "./decode";
import { readResource } from "./resource";
import * as Wire from "./schema";

type Body = typeof Wire.PartBody;
type BaseOf = { id: string; sessionId: string; messageId: string; order: string };

/** A part from the wire. `undefined` only when it cannot be told which message it belongs to; an unknown kind survives. */
export function decodePart(raw: unknown): Part | undefined {
  const head = check(Wire.PartHead, raw);
  if (!head) return undefined;
  const base = { id: head.id, sessionId: head.sessionID, messageId: head.messageID, order: head.id };
  return decodeKnown(head.type, raw, base) ?? { ...base, type: "unknown", kind: head.type, raw: shallow(raw) };
}

function decodeKnown(kind: string, raw: unknown, base: BaseOf): Part | undefined {
  switch (kind) {
    case "text": {
      const body = check(Wire.PartBody.text, raw);
      if (!body) return undefined;
      const { text } = body;
      const resource = body.synthetic ? readResource(text) : undefined;
      if (resource) return { ...base, type: "file", mime: "text/plain", ...resource };
      return compact({
        ...base,
        type: "text",
        text,
        synthetic: body.synthetic ?? undefined,
        ignored: body.ignored ?? undefined,
        ...span(body.time),
      });
    }
    case "reasoning": {
      const body = check(Wire.PartBody.reasoning, raw);
      return body && compact({ ...base, type: "reasoning", text: body.text, ...span(body.time) });
    }
    case "tool": {
      const body = check(Wire.PartBody.tool, raw);
      return (
        body && { ...base, type: "tool", callId: body.callID, tool: body.tool, state: toolState(body.state, base) }
      );
    }
    case "file": {
      const body = check(Wire.PartBody.file, raw);
      return body && compact({ ...base, type: "file", ...toFile(body, base) });
    }
    case "agent": {
      const body = check(Wire.PartBody.agent, raw);
      return body && { ...base, type: "agent", name: body.name };
    }
    case "subtask": {
      const body = check(Wire.PartBody.subtask, raw);
      return body && { ...base, type: "subtask", ...body };
    }
    case "step-start":
      return { ...base, type: "step", phase: "start" };
    case "step-finish": {
      const body = check(Wire.PartBody["step-finish"], raw);
      if (!body) return undefined;
      const { reason, cost } = body;
      return compact({
        ...base,
        type: "step",
        phase: "finish",
        reason,
        cost: cost ?? undefined,
        tokens: decodeTokens(body.tokens),
      });
    }
    case "patch": {
      const body = check(Wire.PartBody.patch, raw);
      return body && { ...base, type: "patch", files: body.files };
    }
    case "retry": {
      const body = check(Wire.PartBody.retry, raw);
      if (!body) return undefined;
      return { ...base, type: "retry", attempt: body.attempt, error: decodeError(body.error), at: body.time.created };
    }
    case "compaction": {
      const body = check(Wire.PartBody.compaction, raw);
      return body && { ...base, type: "compaction", auto: body.auto };
    }
  }
  return undefined;
}

/**
 * A user's part has no times and is whole; an assistant's has a start, and an end once it is whole. Without any time a
 * text counts as ended, or deltas for it would be waited for.
 */
function span(time: { start?: number | null | undefined; end?: number | null | undefined } | null | undefined): {
  startedAt: number | undefined;
  endedAt: number | undefined;
} {
  if (!time) return { startedAt: undefined, endedAt: 0 };
  return { startedAt: time.start ?? undefined, endedAt: time.end ?? undefined };
}

/** Of a large file only where it is: its bytes would go to every panel, and into memory twice. */
function toFile(
  file: v.InferOutput<Body["file"]>,
  { messageId, id: partId }: BaseOf,
  index?: number,
): { mime: string; filename: string | undefined; url: string } {
  const { mime, url } = file;
  const isLarge = url.startsWith("data:") && url.length > INLINE_LIMIT;
  const place = { messageId, partId, ...(index === undefined ? {} : { index }) };
  return { mime, filename: file.filename ?? undefined, url: isLarge ? heldUrl(place) : url };
}

function toolState(wire: v.InferOutput<Body["tool"]>["state"], base: BaseOf): ToolState {
  switch (wire.status) {
    case "pending":
      return wire;
    case "running": {
      const { status, input, metadata } = wire;
      return compact({ status, input, metadata, title: wire.title ?? undefined, startedAt: wire.time.start });
    }
    case "completed": {
      const { status, input, metadata, output, title } = wire;
      const attachments = wire.attachments.map((file, index) => compact(toFile(file, base, index)));
      return {
        status,
        input,
        metadata,
        output,
        title,
        attachments,
        startedAt: wire.time.start,
        endedAt: wire.time.end,
      };
    }
    case "error": {
      const { status, input, metadata, error } = wire;
      return { status, input, metadata, error, startedAt: wire.time.start, endedAt: wire.time.end };
    }
  }
}
