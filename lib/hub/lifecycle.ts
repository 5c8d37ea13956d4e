import type { ServerEvent, StateEvent } from "../model";

const TELLING: ReadonlySet<ServerEvent["type"]> = new Set<ServerEvent["type"]>([
  "session.status",
  "statuses.replaced",
  "request.asked",
  "request.settled",
  "requests.replaced",
  "session.removed",
  "profile.changed",
]);

/** Whether a stream may be needed after an event, or needed no more (rule 4 of authority). */
export function changesLife(event: StateEvent): boolean {
  if (event.type !== "server") return event.type.startsWith("server.");
  const { event: inner } = event;
  return inner.type === "connection.changed" ? inner.connection.status === "failed" : TELLING.has(inner.type);
}
