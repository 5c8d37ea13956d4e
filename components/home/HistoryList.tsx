import { createMemo, createSignal, Show } from "solid-js";
import type { HistoryRow } from "../../lib/model";
import { useApp } from "../app/context";
import { moveFocus } from "../cards/move-focus";
import { CommandButton } from "../commands/CommandButton";
import { offersOf } from "../commands/command";
import { olderSessions } from "../commands/list/history";
import { KeyedFor } from "../ui/KeyedFor";
import { keepFocus } from "../ui/keep-focus";
import { startOfDay } from "../ui/time";
import { HistoryItem } from "./HistoryItem";
import styles from "./HistoryList.module.css";
import { withDays } from "./history-days";
import { liveRow } from "./history-rows";

/** Rows that stand in the page at first, and that each "Show more" adds. */
const PAGE = 50;

export interface HistoryListProps {
  rows: HistoryRow[];
  showServer: boolean;
  /** Say of which sessions that they are archived: others are among them. */
  showArchived?: boolean;
  /** Whether a server has more than `rows`. */
  more?: boolean;
  loading?: boolean;
  onMore?(): void;
}

/** Sessions by day, a page at a time: ten thousand of them cost no more than fifty. */
export function HistoryList(props: HistoryListProps) {
  const app = useApp();
  const [limit, setLimit] = createSignal(PAGE);
  // Days change at midnight only, not with the clock's every tick.
  const today = createMemo(() => startOfDay(app.now()));
  const entries = createMemo(() => withDays(props.rows.slice(0, limit()).map(liveRow), today()));
  let list: HTMLUListElement | undefined;
  keepFocus(
    () => list,
    () => entries().map((entry) => entry.row.key),
  );
  const showMore = () => {
    if (props.rows.length < limit() + PAGE && props.more) props.onMore?.();
    setLimit(limit() + PAGE);
  };
  const offers = () =>
    props.rows.length > limit() || props.more
      ? offersOf(olderSessions, { more: showMore, busy: props.loading ?? false })
      : [];
  app.commands.offer(offers);
  return (
    <>
      <Show when={entries().length > 0}>
        <ul
          ref={(element) => {
            list = element;
          }}
          aria-label="History"
          class={styles.list}
          tabindex={-1}
          onKeyDown={(event) => moveFocus(event, "[data-history-open]")}
        >
          <KeyedFor each={entries()} by={(entry) => entry.row.key}>
            {(entry) => (
              <HistoryItem entry={entry()} showServer={props.showServer} showArchived={props.showArchived ?? false} />
            )}
          </KeyedFor>
        </ul>
      </Show>
      <Show when={offers()[0]}>
        {(more) => (
          <div class={styles.more}>
            <CommandButton offer={more()} label={props.loading ? "Loading…" : undefined} />
          </div>
        )}
      </Show>
    </>
  );
}
