import type { Server, Session, SessionId } from "../../lib/model";

/** A session below another one, and how far below. */
export interface Descendant {
  session: Session;
  /** 0 for those directly below. */
  depth: number;
}

/** The held sessions below one, each after its parent, the oldest of each parent first. */
export function descendantsOf(server: Pick<Server, "sessions">, root: SessionId): Descendant[] {
  const byParent = new Map<SessionId, Session[]>();
  for (const session of Object.values(server.sessions)) {
    if (session.parentId) byParent.set(session.parentId, [...(byParent.get(session.parentId) ?? []), session]);
  }
  const seen = new Set([root]);
  function below(parent: SessionId, depth: number): Descendant[] {
    const children = (byParent.get(parent) ?? []).sort((a, b) => a.createdAt - b.createdAt);
    return children.flatMap((session) => {
      // Parents come from the server, and may go round.
      if (seen.has(session.id)) return [];
      seen.add(session.id);
      return [{ session, depth }, ...below(session.id, depth + 1)];
    });
  }
  return below(root, 0);
}
