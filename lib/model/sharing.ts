import type { Session } from "./session";

/**
 * A session as a server tells of it, without a link that leads nowhere any more: when sharing ends, servers of 1.18 say so
 * once, and go on storing the link and handing it out with everything they tell later [measured on 1.18.33].
 *
 * @param held what was known of it before
 */
export function withoutEndedLink(held: Session | undefined, told: Session): Session {
  const ended = held?.endedShareUrl;
  if (ended === undefined || (told.shareUrl ?? ended) !== ended) return told;
  const { shareUrl: _, ...session } = told;
  return { ...session, endedShareUrl: ended };
}

/** The same for what tells of changes: a link that has gone from there has ended, whoever has ended it. */
export function afterChange(held: Session | undefined, told: Session): Session {
  if (told.shareUrl !== undefined) return withoutEndedLink(held, told);
  const ended = held?.shareUrl ?? held?.endedShareUrl;
  return ended === undefined ? told : { ...told, endedShareUrl: ended };
}
