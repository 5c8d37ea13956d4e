import type { Server, Session } from "../../lib/model";

/**
 * Another one when what a session has changed may be another: each end of a run, and whenever the server has told of changes,
 * which it does with the turn's prompt. While it works the time of its last change moves with every step, and says nothing.
 */
export function versionOf({ session, server }: { session: Session; server: Server }): string {
  const told = Object.values(server.transcripts[session.id]?.messages ?? {}).flatMap(({ changes }) =>
    changes ? [`${changes.files ?? ""}+${changes.additions}-${changes.deletions}`] : [],
  );
  return [session.revertedFrom ?? "", server.statuses[session.id]?.type ?? "idle", ...told].join(" ");
}
