import type { Outgoing } from "../bridge/background";
import type { OutboxEntry, PromptPart } from "../model";
import type { Identify } from "../opencode/identifier";
import { fence } from "../page/fence";

/** Turns what the user put together into a prompt: each context fenced in a part of its own, then the words. */
export function toOutboxEntry(outgoing: Outgoing, identify: Identify, now: number): OutboxEntry {
  const texts = outgoing.context.map(fence);
  if (outgoing.text.trim() !== "") texts.push(outgoing.text);
  const parts = texts.map((text): PromptPart => ({ id: identify("prt"), type: "text", text }));
  return {
    key: outgoing.key,
    prompt: {
      messageId: outgoing.messageId,
      parts,
      ...(outgoing.agent === undefined ? {} : { agent: outgoing.agent }),
      ...(outgoing.model === undefined ? {} : { model: outgoing.model }),
    },
    state: "sending",
    createdAt: now,
  };
}
