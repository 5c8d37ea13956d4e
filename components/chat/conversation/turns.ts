import type { Message, MessageId } from "../../../lib/model";
import type { Stretch } from "./window";

/** Where a message stands in its turn: consecutive assistant messages are one answer. */
export interface Place {
  first: boolean;
  last: boolean;
  /** The messages of the turn, in order. */
  turn: MessageId[];
  /** The message that it answers, if that is held. */
  question?: MessageId;
}

/** A stretch with the whole of the turns at its ends: what an answer has cost is told of all of it. */
export function wholeTurns(
  ids: readonly MessageId[],
  messages: Record<MessageId, Message>,
  { start, end }: Stretch,
): readonly MessageId[] {
  const isAnswer = (at: number) => messages[ids[at] ?? ""]?.role === "assistant";
  let first = start;
  while (first > 0 && isAnswer(first) && isAnswer(first - 1)) first--;
  let last = end;
  while (last < ids.length && isAnswer(last - 1) && isAnswer(last)) last++;
  return ids.slice(first, last);
}

export function placesOf(ids: readonly MessageId[], messages: Record<MessageId, Message>): Map<MessageId, Place> {
  const places = new Map<MessageId, Place>();
  let turn: MessageId[] = [];
  let before: Message["role"] | undefined;
  let question: MessageId | undefined;
  for (const id of ids) {
    const role = messages[id]?.role;
    const continues = role === "assistant" && before === "assistant";
    if (continues) {
      const previous = places.get(turn.at(-1) ?? "");
      if (previous) previous.last = false;
      turn.push(id);
    } else {
      turn = [id];
    }
    const answered = role === "assistant" && question !== undefined ? { question } : {};
    places.set(id, { first: !continues, last: true, turn, ...answered });
    if (role === "user") question = id;
    before = role;
  }
  return places;
}

/** What an answer has cost so far. */
export interface Usage {
  /** Tokens read and written; what came from a provider's cache is not counted again. */
  tokens: number;
  /** US dollars. */
  cost: number;
  /** From the first message's start to the last one's end; 0 while it runs. */
  ms: number;
}

export function usageOf(turn: readonly Message[]): Usage {
  const usage: Usage = { tokens: 0, cost: 0, ms: 0 };
  for (const { tokens, cost } of turn) {
    usage.cost += cost ?? 0;
    if (tokens) usage.tokens += tokens.input + tokens.output + tokens.reasoning + tokens.cacheWrite;
  }
  const start = turn[0]?.createdAt;
  const end = turn.at(-1)?.completedAt;
  if (start !== undefined && end !== undefined) usage.ms = Math.max(0, end - start);
  return usage;
}
