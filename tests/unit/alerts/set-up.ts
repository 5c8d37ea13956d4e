import { subjectOf } from "../../../lib/alerts/alert";
import { createAlerts } from "../../../lib/alerts/alerts";
import type { Notification } from "../../../lib/alerts/notifier";
import { alertChoices, alertMemory } from "../../../lib/storage/alerts";
import { setUpHub } from "../../support/hub";
import { wireSession } from "../../support/simulated-server";
import { pass } from "../../support/surroundings";

const asked = (sessionID: string, fields: object = {}) => ({
  id: `per_${sessionID}`,
  sessionID,
  permission: "bash",
  patterns: ["echo secret"],
  always: [],
  ...fields,
});

/** A hub with its alerts, and the notifications that the system would show. */
export function setUp(wire?: Parameters<typeof setUpHub>[0], shown = new Map<string, Notification>()) {
  const set = setUpHub(wire);
  const isAllowed = { value: true };
  let count = 0;
  const notifier = {
    isAllowed: async () => isAllowed.value,
    shown: async () => [...shown.keys()],
    async show(id: string, notification: Notification) {
      count += 1;
      shown.set(id, notification);
    },
    async update(id: string, words: { title: string; message: string }) {
      const held = shown.get(id);
      if (held) shown.set(id, { ...held, ...words });
    },
    async clear(id: string) {
      shown.delete(id);
    },
  };
  const alerts = createAlerts({
    hub: set.hub,
    surroundings: set.surroundings,
    notifier,
    choices: alertChoices.load,
    memory: alertMemory,
    report: (work) => void work,
  });
  return {
    ...set,
    alerts,
    notifier,
    shown,
    isAllowed,
    /** How often one was shown. */
    count: () => count,
    kinds: () => [...shown.keys()].map((id) => subjectOf(id)?.kind).sort(),
    /** Also for whoever asks the server what waits. */
    ask(id: string, fields?: object) {
      set.wire.open.permissions.push(asked(id, fields));
      set.wire.emit("permission.asked", asked(id, fields));
    },
    replied(id: string) {
      set.wire.open.permissions = set.wire.open.permissions.filter(
        (open) => (open as ReturnType<typeof asked>).sessionID !== id,
      );
      set.wire.emit("permission.replied", { sessionID: id, requestID: `per_${id}`, reply: "once" });
    },
    run: (sessionID: string) => set.wire.emit("session.status", { sessionID, status: { type: "busy" } }),
    end: (sessionID: string) => set.wire.emit("session.status", { sessionID, status: { type: "idle" } }),
    fail(sessionID: string) {
      set.wire.emit("session.error", { sessionID, error: { name: "APIError", data: { message: "Invalid API key" } } });
      this.end(sessionID);
    },
    subjects: () => [...shown.keys()].flatMap((id) => subjectOf(id) ?? []),
    titles: () => [...shown.values()].map(({ title }) => title),
    async withSessions(...ids: string[]) {
      for (const id of ids) set.wire.sessions.set(id, wireSession(id));
      return set.connect();
    },
  };
}

/** What comes is told after it has settled. */
export const settled = () => pass(1_500);
