import type { ServerEvent, SessionKey, State, StateEvent } from "../model";
import type { AlertChoices, AlertMemory } from "../storage/alerts";
import { createTurns } from "../storage/turns";
import type { Surroundings } from "../sync/surroundings";
import { type Alert, type AlertSubject, alertId, endAlert, joined, subjectOf, waitingAlerts } from "./alert";
import { createEndings } from "./endings";

export interface Notification {
  title: string;
  message: string;
  /** It has buttons that answer a permission, where the browser has such. */
  canAnswer: boolean;
  /** It is not hidden before somebody has seen it, where the browser can do that. */
  stays: boolean;
}

/** The system's notifications, as far as the user lets them be shown. */
export interface Notifier {
  isAllowed(): Promise<boolean>;
  /** Ids of those that are shown. */
  shown(): Promise<string[]>;
  show(id: string, notification: Notification): Promise<void>;
  clear(id: string): Promise<void>;
}

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
/** More than so many at once are told in one. */
const MOST = 3;

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
  const endings = createEndings(state);
  const inTurn = createTurns();
  let told = new Set<string>();
  let isDue = false;
  let saved = "";

  const loaded = hub.ready
    .then(() => memory.load())
    .then((before) => {
      told = new Set(before.told);
      endings.load(before.running);
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
    const waiting = waitingAlerts(state);
    const ends = endings.take().flatMap(({ key, kind }) => endAlert(state, key, kind) ?? []);
    if (await notifier.isAllowed()) await tell(waiting, ends);
    else told.clear();
    await remember(waiting);
  }

  async function tell(waiting: readonly Alert[], ends: readonly Alert[]): Promise<void> {
    const wanted = await choices();
    const isWanted = ({ subject }: Alert) => wanted[subject.kind as keyof AlertChoices] === true;
    const shown = await takeBack(waiting);
    const news = waiting.filter((alert) => !told.has(alertId(alert.subject)));
    for (const { subject } of news) told.add(alertId(subject));
    await show("requests", news.filter(isNews).filter(isWanted), waiting.filter(isWanted), shown, wanted.answer);
    const over = ends.filter(isNews).filter(isWanted);
    await show("ends", over, over, [], false);
  }

  const isNews = ({ subject }: Alert) =>
    !hub.isWatched(subject.key) && !("from" in subject && hub.isWatched(subject.from));

  /** Takes back what is settled or seen. @returns what is shown still, of requests */
  async function takeBack(waiting: readonly Alert[]): Promise<AlertSubject[]> {
    const open = new Set(waiting.map(({ subject }) => alertId(subject)));
    const kept: AlertSubject[] = [];
    for (const id of await notifier.shown()) {
      const subject = subjectOf(id);
      if (!subject) continue;
      const isRequest = subject.kind === "permission" || subject.kind === "question";
      const isOver = isRequest ? !open.has(id) : subject.kind === "requests" ? open.size === 0 : isSeen(subject);
      if (isOver) await notifier.clear(id);
      else if (isRequest || subject.kind === "requests") kept.push(subject);
    }
    return kept;
  }

  const isSeen = ({ key }: AlertSubject) => hub.isWatched(key) || endings.running().includes(key);

  async function show(
    kind: "requests" | "ends",
    news: readonly Alert[],
    all: readonly Alert[],
    shown: readonly AlertSubject[],
    canAnswer: boolean,
  ): Promise<void> {
    const [first] = news;
    if (!first) return;
    if (shown.length + news.length <= MOST && !shown.some((subject) => subject.kind === kind)) {
      for (const { subject, title, message } of news) {
        await notifier.show(alertId(subject), {
          title,
          message,
          canAnswer: canAnswer && subject.kind === "permission",
          stays: kind === "requests",
        });
      }
      return;
    }
    for (const subject of shown) await notifier.clear(alertId(subject));
    const { subject, title, message } = joined(kind, first, all);
    await notifier.show(alertId(subject), { title, message, canAnswer: false, stays: kind === "requests" });
  }

  async function remember(waiting: readonly Alert[]): Promise<void> {
    const open = new Set(waiting.map(({ subject }) => alertId(subject)));
    told = new Set([...told].filter((id) => open.has(id)));
    const next: AlertMemory = { told: [...told], running: endings.running() };
    if (JSON.stringify(next) === saved) return;
    saved = JSON.stringify(next);
    await memory.save(next);
  }

  return {
    /** Something changed that no event tells: what a panel shows, or whether notifications are allowed. */
    look,
  };
}
