import type { Catalog } from "./catalog";
import { findModel } from "./catalog";
import { rootOf } from "./families";
import type { MessageId, SessionId } from "./ids";
import type { Message, Tokens } from "./message";
import type { Server } from "./server";
import type { Session } from "./session";
import type { Transcript } from "./transcript";

/** How much of a model's context a conversation takes, by the last step of an answer. */
export interface ContextUse {
  message: Message;
  tokens: Tokens;
  /** Tokens that the next prompt comes on top of. */
  used: number;
  /** Tokens that fit; 0 when nobody says. */
  limit: number;
}

/**
 * By the newest message that tells its tokens: a step tells them when it ends.
 *
 * @param revertedFrom Messages from this one on count no more.
 */
export function contextUse(
  { messageIds, messages }: Transcript,
  revertedFrom: MessageId | undefined,
  catalog: Catalog | undefined,
): ContextUse | undefined {
  const end = revertedFrom === undefined ? -1 : messageIds.indexOf(revertedFrom);
  for (let at = (end === -1 ? messageIds.length : end) - 1; at >= 0; at--) {
    const message = messages[messageIds[at] ?? ""];
    const tokens = message?.tokens;
    if (message?.role !== "assistant" || !tokens) continue;
    const { input, output, reasoning, cacheRead, cacheWrite } = tokens;
    const all = input + output + reasoning + cacheRead + cacheWrite;
    if (all === 0) continue;
    // A summary was written from all that it stands for from then on.
    const used = message.isSummary ? output : all;
    const limit = (catalog && findModel(catalog, message.model)?.contextLimit) ?? 0;
    return { message, tokens, used, limit };
  }
  return undefined;
}

/** The share of the context that is taken, 0 to 1; `undefined` where nobody says how much fits. */
export function shareOf({ used, limit }: Pick<ContextUse, "used" | "limit">): number | undefined {
  return limit > 0 ? Math.min(1, used / limit) : undefined;
}

/** The subagents' sessions of a root session, at any depth, as far as they are held. */
export function subagentsOf(server: Server, sessionId: SessionId): Session[] {
  return Object.values(server.sessions).filter(({ id }) => id !== sessionId && rootOf(server, id) === sessionId);
}
