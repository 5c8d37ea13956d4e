import { type Alert, type AlertSubject, alertId, type JoinedKind, joinedKindOf, joinedWords, subjectOf } from "./alert";
import type { Notifier } from "./notifier";

/** More than so many at once are told in one. */
const MOST = 3;

/** The notifications of one kind: each for itself, or, when they are many, all in one. */
export function createBoard(kind: JoinedKind, notifier: Notifier) {
  /** Ids of what the one for many stands for. */
  let members: readonly string[] = [];
  /** What needs the user is there until they have seen it. */
  const stays = ({ kind }: AlertSubject) => kind !== "finished" && kind !== "ends";

  async function showJoined(alerts: readonly Alert[], first: Alert): Promise<void> {
    const subject: AlertSubject = { kind, key: first.subject.key };
    members = alerts.map((alert) => alertId(alert.subject));
    await notifier.show(alertId(subject), { ...joinedWords(kind, alerts), buttons: [], stays: stays(subject) });
  }

  /** The one for many names what is left of them, without calling for attention again. */
  async function shrink(id: string, left: readonly Alert[]): Promise<void> {
    if (left.length === members.length) return;
    members = left.map((alert) => alertId(alert.subject));
    if (left.length === 0) return notifier.clear(id);
    await notifier.update(id, joinedWords(kind, left));
  }

  return {
    /** Takes up what an earlier life of this program has shown. */
    load(ids: readonly string[]): void {
      members = ids;
    },
    members: () => members,
    /**
     * Shows the news, and takes back what is over.
     *
     * @param still what is to be said of something that is shown; `undefined` when it is over
     */
    async show(news: readonly Alert[], still: (subject: AlertSubject) => Alert | undefined): Promise<void> {
      const [first] = news;
      const singles: Alert[] = [];
      let joined: string | undefined;
      for (const id of await notifier.shown()) {
        const subject = subjectOf(id);
        if (!subject || subject.kind === "late" || joinedKindOf(subject) !== kind) continue;
        const alert = subject.kind === kind ? undefined : still(subject);
        if (subject.kind === kind) joined = id;
        else if (alert) singles.push(alert);
        else await notifier.clear(id);
      }
      const left = joined === undefined ? [] : members.flatMap((id) => stillOf(id, still));
      if (!first) {
        if (joined !== undefined) await shrink(joined, left);
      } else if (joined === undefined && singles.length + news.length <= MOST) {
        for (const { subject, ...words } of news) {
          await notifier.show(alertId(subject), { ...words, stays: stays(subject) });
        }
      } else {
        for (const { subject } of singles) await notifier.clear(alertId(subject));
        if (joined !== undefined) await notifier.clear(joined);
        await showJoined([...left, ...singles, ...news], first);
      }
    },
  };
}

function stillOf(id: string, still: (subject: AlertSubject) => Alert | undefined): Alert[] {
  const subject = subjectOf(id);
  const alert = subject && still(subject);
  return alert ? [alert] : [];
}
