import { createMemo, Show } from "solid-js";
import { folderName, stateOf } from "../../lib/model";
import { useApp } from "../app/context";
import { StateMark } from "../ui/StateMark";
import { MARK_OF, sessionTitle, WORD_OF } from "../ui/session-words";
import { clockTime, fullTime } from "../ui/time";
import styles from "./HistoryItem.module.css";
import type { HistoryEntry } from "./history-days";

/** A session of the past in one line; a click opens it, which makes it a card. */
export function HistoryItem(props: { entry: HistoryEntry; showServer: boolean }) {
  const app = useApp();
  const session = () => props.entry.row.session;
  const server = () => props.entry.row.server;
  const state = createMemo(() => stateOf(server(), session().id));
  const place = () =>
    props.showServer
      ? `${folderName(session().directory)} · ${server().profile.name}`
      : folderName(session().directory);
  return (
    <li>
      <Show when={props.entry.heading}>{(day) => <h2 class={styles.day}>{day()}</h2>}</Show>
      <div class={styles.row}>
        <StateMark
          mark={state() === "idle" ? "none" : MARK_OF[state()]}
          word={state() === "idle" ? undefined : WORD_OF[state()]}
        />
        <button
          type="button"
          class={styles.title}
          dir="auto"
          title={sessionTitle(session())}
          data-history-open
          onClick={() => app.go({ screen: "session", key: props.entry.row.key })}
        >
          {sessionTitle(session())}
        </button>
        <span class={styles.place} dir="auto">
          {place()}
        </span>
        <time
          class={styles.time}
          datetime={new Date(session().updatedAt).toISOString()}
          title={fullTime(session().updatedAt)}
        >
          {clockTime(session().updatedAt)}
        </time>
      </div>
    </li>
  );
}
