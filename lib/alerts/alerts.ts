import type { Destination } from "../bridge/messages";
import type { ServerEvent, SessionKey, State, StateEvent } from "../model";
import type { AlertChoices, AlertMemory } from "../storage/alerts";
import { createTurns } from "../storage/turns";
import type { Surroundings } from "../sync/surroundings";
import { type Alert, type AlertSubject, alertId, endAlert, joinedKindOf, subjectOf, waitingAlerts } from "./alert";
import { createBoard } from "./board";
import { createEndings } from "./endings";
import type { Notifier } from "./notifier";

export interface AlertDeps {
  hub: {
    ready: Promise<void>;
    state: State;
    listen(listener: (event: StateEvent) => void): () => void;
    isRecalling(): boolean;
    isWatched(key: SessionKey): boolean;
  };
  surroundings: Pick<Surroundings, "timer">;
  notifier: Notifier;
  choices(): Promise<AlertChoices>;
  memory: { load(): Promise<AlertMemory>; save(memory: AlertMemory): Promise<void> };
  /** Nobody waits for these; what went wrong is of use to whoever looks at the console. */
  report(work: Promise<unknown>): void;
}

/** Milliseconds: what comes within them is told together, and a run that goes on at once has not ended. */
const SETTLE = 1_000;

const TELLING: ReadonlySet<ServerEvent["type"]> = new Set<ServerEvent["type"]>([
  "request.asked",
  "request.settled",
  "requests.replaced",
  "request.left",
  "autoAccept.replaced",
  "session.status",
  "statuses.replaced",
  "session.upserted",
  "session.removed",
  "freshness.changed",
]);

const isTelling = (event: StateEvent): boolean =>
  event.type === "server" ? TELLING.has(event.event.type) : ["server.removed", "cards.replaced"].includes(event.type);

/**
 * Tells by the system what waits for the user, and which runs have ended, while no panel that can be seen shows the session;
 * and takes back what is settled. Each request is told once.
 */
export function createAlerts({ hub, surroundings, notifier, choices, memory, report }: AlertDeps) {
  const { state } = hub;
  const endings = createEndings(state, hub.isWatched);
  const boards = { requests: createBoard("requests", notifier), ends: createBoard("ends", notifier) };
  const inTurn = createTurns();
  let told = new Set<string>();
  let isDue = false;
  let saved = "";

  const loaded = hub.ready
    .then(() => memory.load())
    .then((before) => {
      told = new Set(before.told);
      endings.load(before.running);
      for (const kind of ["requests", "ends"] as const) boards[kind].load(before.joined[kind]);
    });

  function look(): void {
    endings.follow();
    if (isDue) return;
    isDue = true;
    surroundings.timer(SETTLE, () => {
      isDue = false;
      report(inTurn(settle));
    });
  }
  hub.listen((event) => {
    if (isTelling(event)) look();
  });
  report(loaded.then(look));

  async function settle(): Promise<void> {
    await loaded;
    // What waited in the last life is not known yet: nothing is to be taken back.
    if (hub.isRecalling()) return;
    const wanted = await choices();
    const waiting = waitingAlerts(state, wanted.answer);
    const ends = endings.take().flatMap((key) => endAlert(state, key) ?? []);
    if (await notifier.isAllowed()) await tell(wanted, waiting, ends);
    else told.clear();
    await remember(waiting);
  }

  async function tell(wanted: AlertChoices, waiting: readonly Alert[], ends: readonly Alert[]): Promise<void> {
    const isWanted = ({ subject }: Alert) => wanted[subject.kind as keyof AlertChoices] === true;
    const news = waiting.filter((alert) => !told.has(alertId(alert.subject)));
    for (const { subject } of news) told.add(alertId(subject));
    const open = new Map(waiting.map((alert) => [alertId(alert.subject), alert]));
    const isAsked = (subject: AlertSubject) => open.get(alertId(subject));
    await boards.requests.show(news.filter(isNews).filter(isWanted), isAsked);

    const over = ends.filter(isNews).filter(isWanted);
    const again = new Set([...endings.running(), ...over.map(({ subject }) => subject.key)]);
    const isUnseen = ({ key }: AlertSubject) =>
      hub.isWatched(key) || again.has(key) ? undefined : endAlert(state, key);
    await boards.ends.show(over, isUnseen);
    for (const id of await notifier.shown()) {
      const subject = subjectOf(id);
      if (subject?.kind === "late" && hub.isWatched(subject.key)) await notifier.clear(id);
    }
  }

  const isNews = ({ subject }: Alert) =>
    !hub.isWatched(subject.key) && !("from" in subject && hub.isWatched(subject.from));

  async function remember(waiting: readonly Alert[]): Promise<void> {
    const open = new Set(waiting.map(({ subject }) => alertId(subject)));
    told = new Set([...told].filter((id) => open.has(id)));
    const joined = { requests: [...boards.requests.members()], ends: [...boards.ends.members()] };
    const next: AlertMemory = { told: [...told], running: endings.running(), joined };
    if (JSON.stringify(next) === saved) return;
    saved = JSON.stringify(next);
    await memory.save(next);
  }

  return {
    /** Something changed that no event tells: what a panel shows, or whether notifications are allowed. */
    look,
    /** Where a click leads, at once: of several in one to the first that is left. */
    leadsTo(subject: AlertSubject): Destination {
      const [first] = boards[joinedKindOf(subject)].members();
      const isJoined = subject.kind === "requests" || subject.kind === "ends";
      const meant = (isJoined && first !== undefined && subjectOf(first)) || subject;
      return { key: meant.key, ...("request" in meant ? { request: meant.request } : {}) };
    },
  };
}
