import { createMemo, Show } from "solid-js";
import { folderName, isUnread, stateOf, viewOf } from "../../lib/model";
import { useApp } from "../app/context";
import { StateMark } from "../ui/StateMark";
import { MARK_OF, sessionTitle, WORD_OF } from "../ui/session-words";
import { clockTime, fullTime } from "../ui/time";
import unread from "../ui/Unread.module.css";
import { VisuallyHidden } from "../ui/VisuallyHidden";
import styles from "./HistoryItem.module.css";
import { HistoryMenu } from "./HistoryMenu";
import type { HistoryEntry } from "./history-days";

/** A session of the past in one line; a click opens it, which makes it a card. */
export function HistoryItem(props: { entry: HistoryEntry; showServer: boolean; showArchived: boolean }) {
  const app = useApp();
  const session = () => props.entry.row.session;
  const server = () => props.entry.row.server;
  const state = createMemo(() => stateOf(server(), session().id));
  const place = () =>
    props.showServer
      ? `${folderName(session().directory)} · ${server().profile.name}`
      : folderName(session().directory);
  const isNew = createMemo(() => isUnread(app.state, { ...props.entry.row, session: session() }));
  let row: HTMLElement | undefined;
  const isArchived = () => props.showArchived && Boolean(session().archivedAt);
  return (
    <li>
      <Show when={props.entry.heading}>{(day) => <h2 class={styles.day}>{day()}</h2>}</Show>
      <div
        ref={(element) => {
          row = element;
        }}
        class={styles.row}
        data-session
        data-session-id={session().id}
      >
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
        <Show when={isNew()}>
          <span class={unread.unread}>
            <VisuallyHidden>Unread</VisuallyHidden>
          </span>
        </Show>
        <span class={styles.place} dir="auto">
          {place()}
        </span>
        <Show when={isArchived()}>
          <span class={styles.archived}>Archived</span>
        </Show>
        <time
          class={styles.time}
          datetime={new Date(session().updatedAt).toISOString()}
          title={fullTime(session().updatedAt)}
        >
          {clockTime(session().updatedAt)}
        </time>
        <HistoryMenu
          view={() => viewOf(app.state, { server: server(), session: session() })}
          class={styles.menu}
          isAt={(at) => row?.contains(at) ?? false}
        />
      </div>
    </li>
  );
}
